package dev.flashsale.kernel.admission;

/**
 * When somebody is blocked without anyone's doing: so many refusals at the gate within a window. Each further time within a
 * day the block lasts longer.
 *
 * @param refusals so many refusals block
 * @param windowMs milliseconds in which they are counted
 * @param firstBlockMs milliseconds that the first block lasts
 * @param growth each further block lasts so many times as long as the one before
 * @param longestBlockMs milliseconds that no block exceeds
 */
public record BlockingPolicy(int refusals, long windowMs, long firstBlockMs, int growth, long longestBlockMs) {}
