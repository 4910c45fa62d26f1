package dev.flashsale.kernel.admission;

/**
 * A token bucket: full at first, a request takes one token, tokens come back evenly.
 *
 * @param capacity most requests at one moment
 * @param refillTokens so many come back in each period
 * @param refillPeriodMs milliseconds
 */
public record Rate(int capacity, int refillTokens, long refillPeriodMs) {}
