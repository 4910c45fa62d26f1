package dev.flashsale.query.purchase;

import dev.flashsale.kernel.purchase.PurchaseResult;
import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.security.CurrentUser;
import dev.flashsale.query.redis.LocalCopy.Copied;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelState;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A shopper's own purchases. Somebody else's look as if they did not exist. */
@RestController
@RequestMapping("/api/purchases/{purchaseId}")
class PurchaseController {
    private static final Duration UNTIL_VISIBLE = Duration.ofSeconds(1);

    private final PurchaseReads reads;
    private final PurchaseStreams streams;
    private final ReadModelState state;
    private final Clock clock;

    PurchaseController(PurchaseReads reads, PurchaseStreams streams, ReadModelState state, Clock clock) {
        this.reads = reads;
        this.streams = streams;
        this.state = state;
        this.clock = clock;
    }

    /**
     * How the purchase stands.
     *
     * @param after the position that the receipt named: an older state is not answered
     */
    @GetMapping
    ResponseEntity<PurchaseAnswer> purchase(
            @PathVariable String purchaseId, @RequestParam(defaultValue = "-1") long after, CurrentUser user) {
        Copied<Optional<PurchaseResult>> found = reads.find(purchaseId);
        PurchaseResult result = found.value()
                .filter(purchase -> purchase.userId().equals(user.userId()))
                .filter(purchase -> found.stale() || isAsNewAs(after, purchase))
                .orElseThrow(PurchaseController::unknown);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(PurchaseAnswer.of(result, found.stale(), clock.instant()));
    }

    /** The same, again at every change, until it is final. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(@PathVariable String purchaseId, CurrentUser user) {
        SseEmitter stream = streams.open(purchaseId, user.userId()).orElseThrow(PurchaseController::unknown);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no") // a proxy must hand on every event at once
                .body(stream);
    }

    private boolean isAsNewAs(long index, PurchaseResult purchase) {
        return purchase.asOfIndex() >= index || state.lastIndex(Projections.PURCHASES) >= index;
    }

    /** Also for a purchase that the projection does not know yet, hence the invitation to ask again. */
    private static ApiProblem unknown() {
        return ApiProblem.notFound("There is no such purchase, or it is not visible yet.")
                .retryAfter(UNTIL_VISIBLE);
    }
}
