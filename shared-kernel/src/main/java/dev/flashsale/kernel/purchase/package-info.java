/** Purchase: one shopper's attempt, from request to its one outcome. */
@NullMarked
package dev.flashsale.kernel.purchase;

import org.jspecify.annotations.NullMarked;
