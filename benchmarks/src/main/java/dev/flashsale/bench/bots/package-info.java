/** Honest shoppers and bots who compete for the units of one sale. */
@NullMarked
package dev.flashsale.bench.bots;

import org.jspecify.annotations.NullMarked;
