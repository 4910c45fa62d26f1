package dev.flashsale.whatif;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The paired difference between the record and the same requests under a policy.
 *
 * @param currency of every amount
 * @param decidedOtherwise how many requests were decided otherwise than recorded
 * @param first the first of them
 * @param gain purchases that get through here and did not in the record
 * @param lose the reverse
 * @param assumed what was assumed where the record says nothing
 * @param unknowable what no record can tell
 */
record Answer(
        String saleId,
        String currency,
        Policy policy,
        Tally recorded,
        Tally whatIf,
        long decidedOtherwise,
        @Nullable Change first,
        Side gain,
        Side lose,
        List<String> assumed,
        List<String> unknowable) {

    /**
     * A request that is decided otherwise.
     *
     * @param index global index of the recorded decision; negative for a refusal at the edge, which left no event
     */
    record Change(
            long index,
            Instant at,
            String purchaseId,
            String userId,
            String offerId,
            int quantity,
            String recorded,
            String whatIf) {
        static Change of(Course.Difference difference) {
            Attempt a = difference.attempt();
            return new Change(
                    a.index(),
                    a.at(),
                    a.purchaseId(),
                    a.userId(),
                    a.offerId(),
                    a.quantity(),
                    a.decision(),
                    difference.decision());
        }
    }

    /**
     * Those whom the policy makes better or worse off.
     *
     * @param users users of these purchases who have no served purchase in the other course
     * @param purchases in the order of the record
     */
    record Side(long users, List<Who> purchases) {}

    /** One purchase and its user. */
    record Who(String purchaseId, String userId) {}

    /** Whether anything at all comes out otherwise. */
    boolean differs() {
        return decidedOtherwise > 0 || !recorded.equals(whatIf);
    }
}
