package dev.flashsale.kernel.stock;

/**
 * What a bucket gave to its sibling, and what it holds now.
 *
 * @param units units that left with this very command; 0 when there were none, or the transfer had been made before
 */
public record TransferAnswer(int units, BucketLevel level) {}
