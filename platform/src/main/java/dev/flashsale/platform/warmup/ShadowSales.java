package dev.flashsale.platform.warmup;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Ids of sales that exist only to warm a node up. Merchants cannot make one: the ids of their sales are UUIDs. Shoppers cannot
 * reach one: its id is a secret of 122 random bits that never leaves the process that made it.
 */
public final class ShadowSales {
    /** Whose orders a warm-up has: always the same, since real sales have table partitions of their own. */
    public static final String ORDERS = "shadow-orders";

    private static final String PREFIX = "shadow-";

    private ShadowSales() {}

    /** An id that nobody can guess. */
    public static String newId() {
        UUID secret = UuidCreator.getRandomBased();
        return PREFIX
                + HexFormat.of().toHexDigits(secret.getMostSignificantBits())
                + HexFormat.of().toHexDigits(secret.getLeastSignificantBits());
    }

    /** Whether the id is that of a shadow sale, or of something that belongs to one. */
    public static boolean own(String id) {
        return id.startsWith(PREFIX);
    }
}
