package dev.flashsale.kernel.stock;

/**
 * What a bucket holds, with counters that only grow: two equal readings of all buckets, one after the other, prove that
 * nothing moved between them.
 *
 * @param availableUnits units nobody holds
 * @param sentUnits units ever sent to siblings
 * @param receivedUnits units ever received from siblings
 * @param returnedUnits units ever released or added
 */
public record BucketLevel(int availableUnits, long sentUnits, long receivedUnits, long returnedUnits) {}
