/** Who may try to buy in a sale: what a merchant demands of shoppers before a stock is asked. */
@NullMarked
package dev.flashsale.kernel.admission;

import org.jspecify.annotations.NullMarked;
