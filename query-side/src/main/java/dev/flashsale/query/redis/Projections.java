package dev.flashsale.query.redis;

import java.util.List;

/** Names of the event processors that keep the read model; each follows the events in one order, in one segment. */
public final class Projections {
    /** Sales and their remaining units, in Redis. */
    public static final String SALES = "ReadModel_Sales";

    /** Purchases and orders, in Redis. */
    public static final String PURCHASES = "ReadModel_Purchases";

    /** Orders as rows in PostgreSQL. */
    public static final String ORDER_ROWS = "ReadModel_OrderRows";

    /** Those that Redis holds, and may lose. */
    public static final List<String> IN_REDIS = List.of(SALES, PURCHASES);

    /** All of them. */
    public static final List<String> ALL = List.of(SALES, PURCHASES, ORDER_ROWS);

    private Projections() {}
}
