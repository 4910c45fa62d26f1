package dev.flashsale.analysis.store;

import java.util.List;

/**
 * How far one segment of an event processor has come.
 *
 * @param index position of the newest event that it took
 * @param missed positions of stored events that it passed over and has not come back to
 */
public record ProcessorPosition(String processor, int segment, long index, List<Long> missed) {
    public ProcessorPosition {
        missed = List.copyOf(missed);
    }
}
