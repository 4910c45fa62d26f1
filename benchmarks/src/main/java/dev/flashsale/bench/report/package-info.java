/** The table and its JSON. */
@NullMarked
package dev.flashsale.bench.report;

import org.jspecify.annotations.NullMarked;
