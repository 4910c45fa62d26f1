package dev.flashsale.analysis.audit;

import java.time.Instant;

/**
 * Where a history ends.
 *
 * @param quiescent whether everything must have ended
 * @param lastIndex position of the last event
 * @param overdueBefore a payment window that ended before this must have had its consequence
 */
record End(boolean quiescent, long lastIndex, Instant overdueBefore) {}
