package dev.flashsale.kernel.stock;

import java.util.List;
import org.axonframework.commandhandling.RoutingKey;

/**
 * Reserve further components of several bundles. Whoever handles it waits until each is decided, and commands that wait
 * for other commands must be few: a handler's threads would all wait, and none be left for what they wait for.
 *
 * @param components at least one
 */
public record ReserveComponents(List<ReserveComponent> components) {
    public ReserveComponents {
        components = List.copyOf(components);
    }

    /** Any command side may do it. */
    @RoutingKey
    String firstPurchaseId() {
        return components.getFirst().purchaseId();
    }
}
