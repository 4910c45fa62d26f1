/** The stock decision: who gets a unit. Pure rules inside a thin Axon aggregate. */
@NullMarked
package dev.flashsale.command.stock;

import org.jspecify.annotations.NullMarked;
