/** The verb that says what a store holds. */
@NullMarked
package dev.flashsale.analysis.open;

import org.jspecify.annotations.NullMarked;
