package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.Reservation;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.StockReserved;

/** I-6. One decision per purchase and item, and all of them about the same wish. */
final class DecidedOnce implements Rule {
    private record Wish(String saleId, String userId, String offerId, int quantity) {
        static Wish of(StockReserved e) {
            return new Wish(e.saleId(), e.userId(), e.offerId(), e.quantity());
        }

        static Wish of(PurchaseRefused e) {
            return new Wish(e.saleId(), e.userId(), e.offerId(), e.quantity());
        }
    }

    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockReserved e) {
            check(ledger, e.purchaseId(), e.itemId(), Wish.of(e), event, findings);
        } else if (event.payload() instanceof PurchaseRefused e) {
            check(ledger, e.purchaseId(), e.itemId(), Wish.of(e), event, findings);
        }
    }

    private static void check(
            Ledger ledger, String purchaseId, String itemId, Wish wish, StoredEvent event, Findings findings) {
        Purchase purchase = ledger.purchase(purchaseId);
        findings.check(
                Invariant.DECIDED_ONCE,
                purchase == null || !isDecided(purchase, itemId),
                event.globalIndex(),
                purchaseId,
                () -> "decided again for item " + itemId);
        findings.check(
                Invariant.DECIDED_ONCE,
                purchase == null || isAbout(purchase, wish),
                event.globalIndex(),
                purchaseId,
                () -> "decided before for another user, offer or quantity");
    }

    private static boolean isDecided(Purchase purchase, String itemId) {
        for (Reservation reservation : purchase.reservations()) {
            if (reservation.made().itemId().equals(itemId)) {
                return true;
            }
        }
        for (PurchaseRefused refused : purchase.refusals()) {
            if (refused.itemId().equals(itemId)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAbout(Purchase purchase, Wish wish) {
        for (Reservation reservation : purchase.reservations()) {
            if (!Wish.of(reservation.made()).equals(wish)) {
                return false;
            }
        }
        for (PurchaseRefused refused : purchase.refusals()) {
            if (!Wish.of(refused).equals(wish)) {
                return false;
            }
        }
        return true;
    }
}
