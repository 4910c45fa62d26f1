/** The purchase process: reserve, order, pay or give back. */
@NullMarked
package dev.flashsale.process.purchase;

import org.jspecify.annotations.NullMarked;
