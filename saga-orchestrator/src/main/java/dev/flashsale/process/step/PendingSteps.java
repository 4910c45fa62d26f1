package dev.flashsale.process.step;

import dev.flashsale.kernel.order.PlaceOrder;
import dev.flashsale.kernel.stock.ReservationRelease;
import dev.flashsale.kernel.stock.ReserveComponent;
import dev.flashsale.kernel.stock.StockId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Steps gathered in one batch of events. */
final class PendingSteps {
    private static final Comparator<StockId> BY_NAME = Comparator.comparing(StockId::toString);

    private final List<Object> commands = new ArrayList<>();
    private final List<PlaceOrder> orders = new ArrayList<>();
    private final List<ReserveComponent> reservations = new ArrayList<>();
    private final SortedMap<StockId, List<String>> confirmations = new TreeMap<>(BY_NAME);
    private final SortedMap<StockId, List<ReservationRelease>> releases = new TreeMap<>(BY_NAME);

    void add(Object command) {
        commands.add(command);
    }

    void addOrder(PlaceOrder order) {
        orders.add(order);
    }

    void addReservation(ReserveComponent command) {
        reservations.add(command);
    }

    void addConfirmation(StockId stockId, String purchaseId) {
        confirmations.computeIfAbsent(stockId, id -> new ArrayList<>()).add(purchaseId);
    }

    void addRelease(StockId stockId, ReservationRelease release) {
        releases.computeIfAbsent(stockId, id -> new ArrayList<>()).add(release);
    }

    List<Object> commands() {
        return commands;
    }

    List<PlaceOrder> orders() {
        return orders;
    }

    List<ReserveComponent> reservations() {
        return reservations;
    }

    SortedMap<StockId, List<String>> confirmations() {
        return confirmations;
    }

    SortedMap<StockId, List<ReservationRelease>> releases() {
        return releases;
    }
}
