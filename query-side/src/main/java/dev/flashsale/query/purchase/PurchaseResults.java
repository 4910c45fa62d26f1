package dev.flashsale.query.purchase;

import dev.flashsale.kernel.purchase.PurchaseResult;
import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.query.page.ServerTime;
import dev.flashsale.query.redis.LocalCopy.Copied;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelState;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a shopper is told about a purchase. */
@Component
class PurchaseResults {
    private static final Duration UNTIL_VISIBLE = Duration.ofSeconds(1);

    private final PurchaseReads reads;
    private final ReadModelState state;
    private final ServerTime time;

    PurchaseResults(PurchaseReads reads, ReadModelState state, ServerTime time) {
        this.reads = reads;
        this.state = state;
        this.time = time;
    }

    /**
     * How the user's purchase stands; empty for somebody else's, and for one that is not visible yet.
     *
     * @param after position of an event that the answer must know of
     */
    Optional<PurchaseAnswer> find(String purchaseId, long after, String userId) {
        Copied<Optional<PurchaseResult>> found = reads.find(purchaseId);
        return found.value()
                .filter(purchase -> purchase.userId().equals(userId))
                .filter(purchase -> found.stale() || isAsNewAs(after, purchase))
                .map(purchase ->
                        PurchaseAnswer.of(purchase, found.stale(), time.now().instant()));
    }

    /** Also for a purchase that the projection does not know yet, hence the invitation to ask again. */
    static ApiProblem unknown() {
        return ApiProblem.notFound("There is no such purchase, or it is not visible yet.")
                .retryAfter(UNTIL_VISIBLE);
    }

    private boolean isAsNewAs(long index, PurchaseResult purchase) {
        return purchase.asOfIndex() >= index || state.lastIndex(Projections.PURCHASES) >= index;
    }
}
