/** The flash sale (活动): what is sold, when, at which price and limit. */
@NullMarked
package dev.flashsale.kernel.sale;

import org.jspecify.annotations.NullMarked;
