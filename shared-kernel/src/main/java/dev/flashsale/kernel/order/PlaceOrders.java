package dev.flashsale.kernel.order;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Create the orders of several purchases, all or none. Repeating it changes nothing.
 *
 * @param orders at least one
 */
public record PlaceOrders(List<PlaceOrder> orders) {
    public PlaceOrders {
        orders = List.copyOf(orders);
    }

    /** Any command side may do it. */
    @RoutingKey
    String firstOrderId() {
        return orders.getFirst().orderId();
    }
}
