/** The flash sale itself: schedule, open, close, cancel, add stock. */
@NullMarked
package dev.flashsale.command.sale;

import org.jspecify.annotations.NullMarked;
