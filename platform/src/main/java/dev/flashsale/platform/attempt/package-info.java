/** The attempts log: refusals that no stock decided, kept in arrival order at the rate of a storm. */
@NullMarked
package dev.flashsale.platform.attempt;

import org.jspecify.annotations.NullMarked;
