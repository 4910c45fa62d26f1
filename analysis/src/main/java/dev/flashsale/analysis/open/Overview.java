package dev.flashsale.analysis.open;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds.
 *
 * @param unusedIndexes indexes between the first and the last that no event has
 * @param unreadable events of this product that do not load
 * @param foreign events of others, which are left alone
 */
record Overview(
        String store,
        long events,
        long firstIndex,
        long lastIndex,
        long unusedIndexes,
        @Nullable Instant firstTime,
        @Nullable Instant lastTime,
        ClockSkew clock,
        int deadLetters,
        List<SaleFound> sales,
        List<TypeCount> types,
        List<TypeCount> unreadable,
        List<TypeCount> foreign) {

    /** Events of one type and revision. */
    record TypeCount(String type, @Nullable String revision, long events) {}

    /** A sale as its last event leaves it. */
    record SaleFound(
            String saleId,
            String title,
            long units,
            String status,
            @Nullable Instant opensAt) {}

    /**
     * How often an event's time lay before that of an earlier event.
     *
     * @param greatestMs by how much at most
     * @param atIndex the event where that was; -1 when the clock never went back
     */
    record ClockSkew(long timesBack, double greatestMs, long atIndex) {}
}
