/** The order: pay or expire, decided once. */
@NullMarked
package dev.flashsale.command.order;

import org.jspecify.annotations.NullMarked;
