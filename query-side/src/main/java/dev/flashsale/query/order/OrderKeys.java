package dev.flashsale.query.order;

/** The Redis keys of the order projection. */
final class OrderKeys {
    static final String ORDER = "read:order";
    private static final String LIST = "read:order-list:";

    /** Every key above, and no other. */
    static final String[] PATTERNS = {ORDER + ":*", LIST + "*"};

    private OrderKeys() {}

    static String order(String orderId) {
        return ORDER + ":" + orderId;
    }

    /** Sorted set of the user's order ids, by the time of placing. */
    static String listOf(String userId) {
        return LIST + userId;
    }
}
