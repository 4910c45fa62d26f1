package dev.flashsale.analysis.ledger;

import dev.flashsale.kernel.stock.StockTransferred;

/** Units that left one bucket for another. */
public final class Transfer {
    private final StockTransferred sent;
    private final long globalIndex;
    private boolean received;

    Transfer(StockTransferred sent, long globalIndex) {
        this.sent = sent;
        this.globalIndex = globalIndex;
    }

    void arrive() {
        received = true;
    }

    /** The event that sent them. */
    public StockTransferred sent() {
        return sent;
    }

    /** Position of the event that sent them. */
    public long globalIndex() {
        return globalIndex;
    }

    /** Whether they arrived. */
    public boolean isReceived() {
        return received;
    }
}
