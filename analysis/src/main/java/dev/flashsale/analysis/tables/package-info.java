/** The events as tables: in DuckDB, in this process, in memory. */
@NullMarked
package dev.flashsale.analysis.tables;

import org.jspecify.annotations.NullMarked;
