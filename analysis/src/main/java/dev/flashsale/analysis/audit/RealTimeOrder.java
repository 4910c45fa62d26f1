package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.Reservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I-15. In each bucket: a purchase that was answered before another one was first sent comes first in the store. */
final class RealTimeOrder {
    private record Call(String purchaseId, Instant sentAt, Instant answeredAt, long globalIndex) {}

    private RealTimeOrder() {}

    static void check(Collection<ClientRequest> requests, Ledger ledger, Findings findings) {
        Map<String, ClientRequest> first = new HashMap<>();
        for (ClientRequest request : requests) {
            if (request.outcome() == ClientRequest.Outcome.ACCEPTED) {
                first.merge(request.purchaseId(), request, RealTimeOrder::together);
            }
        }
        Map<String, List<Call>> byBucket = new HashMap<>();
        for (ClientRequest request : first.values()) {
            Purchase purchase = ledger.purchase(request.purchaseId());
            if (purchase != null && !purchase.reservations().isEmpty()) {
                Reservation made = purchase.reservations().getFirst();
                byBucket.computeIfAbsent(made.made().stockId(), id -> new ArrayList<>())
                        .add(new Call(
                                request.purchaseId(), request.sentAt(), request.answeredAt(), made.globalIndex()));
            }
        }
        byBucket.values().forEach(calls -> check(calls, findings));
    }

    // the same key may be sent again: its decision may rest on the first sending, and was known at the first answer
    private static ClientRequest together(ClientRequest one, ClientRequest other) {
        ClientRequest sent = one.sentAt().isBefore(other.sentAt()) ? one : other;
        Instant answered = one.answeredAt().isBefore(other.answeredAt()) ? one.answeredAt() : other.answeredAt();
        return new ClientRequest(
                one.purchaseId(),
                one.saleId(),
                one.userId(),
                one.offerId(),
                one.quantity(),
                sent.sentAt(),
                answered,
                one.outcome(),
                one.reason());
    }

    private static void check(List<Call> calls, Findings findings) {
        List<Call> bySending = new ArrayList<>(calls);
        bySending.sort(Comparator.comparing(Call::sentAt));
        List<Call> byAnswer = new ArrayList<>(calls);
        byAnswer.sort(Comparator.comparing(Call::answeredAt));
        long latest = -1;
        int answered = 0;
        for (Call call : bySending) {
            while (answered < byAnswer.size()
                    && byAnswer.get(answered).answeredAt().isBefore(call.sentAt())) {
                latest = Math.max(latest, byAnswer.get(answered).globalIndex());
                answered++;
            }
            long before = latest;
            findings.check(
                    Invariant.REAL_TIME_ORDER,
                    before < call.globalIndex(),
                    call.globalIndex(),
                    call.purchaseId(),
                    () -> "sent after the purchase at " + before + " had been answered, and stored before it");
        }
    }
}
