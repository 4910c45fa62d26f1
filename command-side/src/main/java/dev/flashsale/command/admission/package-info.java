/** The gate: who may try to buy, decided before a stock is asked and cheapest first. */
@NullMarked
package dev.flashsale.command.admission;

import org.jspecify.annotations.NullMarked;
