/** Purchase attempts that were refused before a stock could decide: recorded compactly, beside the events. */
@NullMarked
package dev.flashsale.kernel.attempt;

import org.jspecify.annotations.NullMarked;
