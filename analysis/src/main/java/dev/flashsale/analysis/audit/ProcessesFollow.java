package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.OrderLedger;
import dev.flashsale.analysis.ledger.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * I-20. A purchase that is reserved and not ended has one saga and one deadline; one that holds nothing has neither. Judged
 * are purchases whose newest event the processes have taken. Between an order's end and the stock's answer both is right.
 */
final class ProcessesFollow {
    private final Ledger ledger;
    private final End end;
    private final Instant lastTimestamp;
    private final Duration grace;
    private final Findings findings;
    private final Map<String, Integer> sagas = new LinkedHashMap<>();
    private final Map<String, Integer> deadlines = new LinkedHashMap<>();
    private final Map<String, Integer> leftOver = new HashMap<>();

    ProcessesFollow(
            LiveProcesses live, Ledger ledger, End end, Instant lastTimestamp, Duration grace, Findings findings) {
        this.ledger = ledger;
        this.end = end;
        this.lastTimestamp = lastTimestamp;
        this.grace = grace;
        this.findings = findings;
        live.sagas().forEach(id -> sagas.merge(id, 1, Integer::sum));
        for (ExpiryDeadline deadline : live.deadlines()) {
            deadlines.merge(deadline.purchaseId(), 1, Integer::sum);
            if (!mayBeFiring(deadline)) {
                leftOver.merge(deadline.purchaseId(), 1, Integer::sum);
            }
        }
    }

    /** One that is being handed over cannot be cancelled any more; it goes away by itself. */
    private boolean mayBeFiring(ExpiryDeadline deadline) {
        boolean isDue = !deadline.dueAt().isAfter(lastTimestamp.plus(grace));
        return isDue && (!end.quiescent() || !deadline.dueAt().isBefore(end.overdueBefore()));
    }

    /**
     * Checks every purchase that was taken.
     *
     * @param takenUpTo position up to which the processes have taken every event
     * @return how many purchases are left out, because the processes have not taken their newest event
     */
    long check(long takenUpTo) {
        long notTaken = 0;
        for (Purchase purchase : ledger.purchases()) {
            if (purchase.lastIndex() > takenUpTo) {
                notTaken++;
            } else {
                check(purchase);
            }
            sagas.remove(purchase.purchaseId());
            leftOver.remove(purchase.purchaseId());
        }
        findings.about(null);
        sagas.forEach((id, count) -> expect(false, end.lastIndex(), id, "saga", count, "no event names the purchase"));
        leftOver.forEach(
                (id, count) -> expect(false, end.lastIndex(), id, "deadline", count, "no event names the purchase"));
        return notTaken;
    }

    private void check(Purchase purchase) {
        String id = purchase.purchaseId();
        long at = purchase.lastIndex();
        int ownSagas = sagas.getOrDefault(id, 0);
        int ownDeadlines = deadlines.getOrDefault(id, 0);
        int ownLeftOver = leftOver.getOrDefault(id, 0);
        findings.about(purchase.saleId());
        if (waits(purchase)) {
            boolean inTime = purchase.reservations().getLast().made().payBy().isAfter(lastTimestamp);
            expect(ownSagas == 1, at, id, "saga", ownSagas, "it is reserved and has not ended");
            // one that was due may have been handed over; whether its consequence came in time is I-21
            boolean right = ownDeadlines == 1 || (!inTime && ownDeadlines == 0);
            expect(right, at, id, "deadline", ownDeadlines, "it is reserved and has not ended");
        } else if (!purchase.hasOpenReservation()) {
            expect(ownSagas == 0, at, id, "saga", ownSagas, "it holds nothing any more");
            expect(ownLeftOver == 0, at, id, "deadline", ownLeftOver, "it holds nothing any more");
        } else {
            expect(ownSagas <= 1, at, id, "saga", ownSagas, "it is about to end");
            expect(ownDeadlines <= 1, at, id, "deadline", ownDeadlines, "it is about to end");
        }
    }

    private static boolean waits(Purchase purchase) {
        OrderLedger order = purchase.order();
        return purchase.hasOpenReservation() && purchase.refusals().isEmpty() && (order == null || !order.isFinal());
    }

    private void expect(boolean holds, long index, String purchaseId, String what, int count, String why) {
        findings.check(
                Invariant.PROCESSES_FOLLOW,
                holds,
                index,
                purchaseId,
                () -> (count == 0 ? "no " + what : count == 1 ? "a " + what : count + " " + what + "s") + " although "
                        + why);
    }
}
