/** The rules that hold at every event, each one checked against the ledger. */
@NullMarked
package dev.flashsale.analysis.audit;

import org.jspecify.annotations.NullMarked;
