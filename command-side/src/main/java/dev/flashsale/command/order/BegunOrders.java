package dev.flashsale.command.order;

import java.util.Collection;
import java.util.Set;

/** Which orders have a history. */
@FunctionalInterface
interface BegunOrders {
    /** Those among the given ones that something has happened to already. */
    Set<String> among(Collection<String> orderIds);
}
