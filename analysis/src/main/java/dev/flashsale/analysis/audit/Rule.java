package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;

/** One thing that must be true. A rule may remember what it saw; it never changes the ledger. */
interface Rule {
    /** The event is about to be written into the ledger. */
    default void before(Ledger ledger, StoredEvent event, Findings findings) {}

    /** The event has been written into the ledger. */
    default void after(Ledger ledger, StoredEvent event, Findings findings) {}

    /** Whatever is remembered only in case it comes again may go, if it was remembered at the call before this one. */
    default void forget() {}

    /** There are no more events. */
    default void atEnd(Ledger ledger, End end, Findings findings) {}
}
