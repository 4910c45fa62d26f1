/** The ledger of a sale: what its stored events, one after the other, say happened. */
@NullMarked
package dev.flashsale.analysis.ledger;

import org.jspecify.annotations.NullMarked;
