/** The sale's own clock: it fills the stocks, opens and closes by itself. */
@NullMarked
package dev.flashsale.process.sale;

import org.jspecify.annotations.NullMarked;
