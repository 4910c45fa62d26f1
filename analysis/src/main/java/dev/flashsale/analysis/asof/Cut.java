package dev.flashsale.analysis.asof;

import java.time.Instant;

/**
 * The event after which the history is cut.
 *
 * @param index its global index; it belongs to what is before the cut
 * @param timestamp when it was stored
 * @param sameInstantAfter events behind the cut that share its timestamp
 * @param laterTimesBefore events before the cut whose own time is later than the cut's, because a clock went back
 */
record Cut(long index, Instant timestamp, long sameInstantAfter, long laterTimesBefore) {}
