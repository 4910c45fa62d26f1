package dev.flashsale.kernel.admission;

import org.jspecify.annotations.Nullable;

/**
 * How often somebody may ask to buy in a sale, all nodes together. Each limit is a token bucket; null is none.
 *
 * @param perUser for one account
 * @param perAddress for one IP prefix (/24, /64)
 * @param perSale for all shoppers of the sale together
 */
public record RatePolicy(
        @Nullable Rate perUser,
        @Nullable Rate perAddress,
        @Nullable Rate perSale) {}
