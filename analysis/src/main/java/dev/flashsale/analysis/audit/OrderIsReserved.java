package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.Purchase;
import dev.flashsale.analysis.ledger.Reservation;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.stock.OfferComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I-10. Every line is an open reservation of the purchase, and together they are everything that the offer takes. */
final class OrderIsReserved implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof OrderPlaced e) {
            Purchase purchase = ledger.purchase(e.orderId());
            findings.check(
                    Invariant.ORDER_IS_RESERVED,
                    purchase != null && isHeld(purchase, e.lines()) && isComplete(purchase, e),
                    event.globalIndex(),
                    e.orderId(),
                    () -> "the order's lines are not the purchase's open reservations");
        }
    }

    private static boolean isHeld(Purchase purchase, List<OrderLine> lines) {
        for (OrderLine line : lines) {
            Reservation reservation = purchase.reservationIn(line.stockId());
            if (reservation == null
                    || !reservation.isOpen()
                    || reservation.made().units() != line.units()
                    || !reservation.made().itemId().equals(line.itemId())) {
                return false;
            }
        }
        return !lines.isEmpty();
    }

    private static boolean isComplete(Purchase purchase, OrderPlaced order) {
        Map<String, Integer> wanted = new HashMap<>();
        for (OfferComponent component : components(purchase)) {
            wanted.merge(component.itemId(), component.units() * order.quantity(), Integer::sum);
        }
        Map<String, Integer> ordered = new HashMap<>();
        order.lines().forEach(line -> ordered.merge(line.itemId(), line.units(), Integer::sum));
        return wanted.equals(ordered);
    }

    private static List<OfferComponent> components(Purchase purchase) {
        return purchase.reservations().isEmpty()
                ? List.of()
                : purchase.reservations().getFirst().made().components();
    }
}
