/** The verb that answers questions in SQL. */
@NullMarked
package dev.flashsale.analysis.sql;

import org.jspecify.annotations.NullMarked;
