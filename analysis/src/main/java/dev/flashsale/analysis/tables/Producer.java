package dev.flashsale.analysis.tables;

import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.RawEvent;
import java.io.IOException;
import java.util.List;

/** Makes the rows of one or more tables from the events, one after the other. */
interface Producer {
    List<TableShape> tables();

    /**
     * Takes the next event.
     *
     * @param ledger what all events up to this one say
     */
    void accept(RawEvent raw, StoredEvent event, Ledger ledger, Rows rows);

    /** After the last event. */
    default void end(EventSource source, Rows rows) throws IOException {}
}
