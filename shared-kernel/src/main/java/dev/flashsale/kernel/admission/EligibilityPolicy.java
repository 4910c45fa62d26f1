package dev.flashsale.kernel.admission;

import org.jspecify.annotations.Nullable;

/**
 * Whom a sale is for.
 *
 * @param leastAccountAgeMs milliseconds that the account must have existed; 0 is any
 * @param leastLevel level that the account must have; 0 is any
 * @param allowListOnly whether only those on the sale's allow-list may buy
 * @param boughtInSaleId only those who bought in this sale may buy; null asks for none
 * @param notBoughtInSaleId those who bought in this sale may not buy; null excludes nobody
 */
public record EligibilityPolicy(
        long leastAccountAgeMs,
        int leastLevel,
        boolean allowListOnly,
        @Nullable String boughtInSaleId,
        @Nullable String notBoughtInSaleId) {}
