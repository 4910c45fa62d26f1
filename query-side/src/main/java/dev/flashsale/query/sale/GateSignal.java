package dev.flashsale.query.sale;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway is told of a sale that cannot sell right now.
 *
 * @param lifetimeMs when it ends by itself
 */
record GateSignal(ShopperStatus status, long lifetimeMs) {
    /** Longer than gateways keep a copy, and than clocks differ: at the opening nobody may still be told "not open". */
    static final Duration BEFORE_OPENING = Duration.ofSeconds(1);

    /** The signal, or none for a sale that sells. */
    static @Nullable GateSignal of(SaleSnapshot sale, Instant now, Duration lifetime) {
        ShopperStatus status = sale.status(now);
        return switch (status) {
            case OPEN, LOW_STOCK -> null;
            case SOLD_OUT, ENDED, CANCELLED -> new GateSignal(status, lifetime.toMillis());
            case UPCOMING -> {
                long untilOpeningMs = Duration.between(now, sale.opensAt().minus(BEFORE_OPENING))
                        .toMillis();
                long lifetimeMs = Math.min(lifetime.toMillis(), untilOpeningMs);
                yield lifetimeMs > 0 ? new GateSignal(status, lifetimeMs) : null;
            }
        };
    }
}
