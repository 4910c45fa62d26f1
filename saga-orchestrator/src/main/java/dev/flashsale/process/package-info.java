/** The purchase process, the sale's own clock and payments. */
@NullMarked
package dev.flashsale.process;

import org.jspecify.annotations.NullMarked;
