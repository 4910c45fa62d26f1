package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** I-16. Of two questions about one purchase, the one asked after the other's answer is not answered with an earlier step. */
final class StatusNeverBack {
    private StatusNeverBack() {}

    static void check(Collection<ClientStatus> statuses, Ledger ledger, long lastIndex, Findings findings) {
        Map<String, List<ClientStatus>> byPurchase =
                statuses.stream().collect(Collectors.groupingBy(ClientStatus::purchaseId));
        byPurchase.forEach((purchaseId, shown) -> {
            Purchase purchase = ledger.purchase(purchaseId);
            findings.about(purchase == null ? null : purchase.saleId());
            check(shown, lastIndex, findings);
            shown.stream()
                    .filter(status -> status.step() == 2)
                    .findFirst()
                    .ifPresent(end -> findings.check(
                            Invariant.STATUS_NEVER_BACK,
                            purchase != null && isEnd(end.status(), purchase),
                            lastIndex,
                            purchaseId,
                            () -> "shown as " + end.status() + ", the store says "
                                    + (purchase == null ? "nothing" : purchase.outcome())));
        });
    }

    private static void check(List<ClientStatus> shown, long lastIndex, Findings findings) {
        List<ClientStatus> byAnswer = new ArrayList<>(shown);
        byAnswer.sort(Comparator.comparing(ClientStatus::answeredAt));
        List<ClientStatus> bySending = new ArrayList<>(shown);
        bySending.sort(Comparator.comparing(ClientStatus::sentAt));
        ClientStatus furthest = null;
        int answered = 0;
        for (ClientStatus status : bySending) {
            while (answered < byAnswer.size()
                    && byAnswer.get(answered).answeredAt().isBefore(status.sentAt())) {
                ClientStatus known = byAnswer.get(answered);
                furthest = furthest == null || known.step() > furthest.step() ? known : furthest;
                answered++;
            }
            ClientStatus before = furthest == null ? status : furthest;
            boolean holds = before.step() < status.step() || before.status().equals(status.status());
            findings.check(
                    Invariant.STATUS_NEVER_BACK,
                    holds,
                    lastIndex,
                    status.purchaseId(),
                    () -> "shown as " + before.status() + " and after that as " + status.status());
        }
    }

    // a bundle that was refused in part has expired as an order and is refused as a purchase
    private static boolean isEnd(String status, Purchase purchase) {
        String stored = purchase.outcome().name();
        return status.equals(stored)
                || (status.equals("REFUSED") && !purchase.refusals().isEmpty())
                || (status.equals("EXPIRED") && stored.equals("REFUSED"));
    }
}
