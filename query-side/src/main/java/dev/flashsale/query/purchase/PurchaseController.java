package dev.flashsale.query.purchase;

import dev.flashsale.platform.security.CurrentUser;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A shopper's own purchases; most questions for one are answered by {@link PurchaseRoute} already. Somebody else's look as if they did not exist. */
@RestController
@RequestMapping("/api/purchases/{purchaseId}")
class PurchaseController {
    private final PurchaseResults results;
    private final PurchaseStreams streams;

    PurchaseController(PurchaseResults results, PurchaseStreams streams) {
        this.results = results;
        this.streams = streams;
    }

    /**
     * How the purchase stands.
     *
     * @param after the position that the receipt named: an older state is not answered
     */
    @GetMapping
    ResponseEntity<PurchaseAnswer> purchase(
            @PathVariable String purchaseId, @RequestParam(defaultValue = "-1") long after, CurrentUser user) {
        PurchaseAnswer answer = results.find(purchaseId, after, user.userId()).orElseThrow(PurchaseResults::unknown);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    /** The same, again at every change, until it is final. */
    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    ResponseEntity<SseEmitter> events(@PathVariable String purchaseId, CurrentUser user) {
        SseEmitter stream = streams.open(purchaseId, user.userId()).orElseThrow(PurchaseResults::unknown);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no") // a proxy must hand on every event at once
                .body(stream);
    }
}
