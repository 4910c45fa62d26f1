/** Order: pay or expire, decided once. */
@NullMarked
package dev.flashsale.kernel.order;

import org.jspecify.annotations.NullMarked;
