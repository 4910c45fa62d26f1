package dev.flashsale.analysis.tables;

import org.jspecify.annotations.Nullable;

/** Takes the rows of tables. */
interface Rows {
    /**
     * Adds a row.
     *
     * @param cells one for each column: Long, Integer, Double, Boolean, String, Instant, or absent
     */
    void add(TableShape table, @Nullable Object... cells);
}
