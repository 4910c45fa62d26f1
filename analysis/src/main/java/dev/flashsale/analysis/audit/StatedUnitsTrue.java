package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import java.util.Objects;

/** W-2. Projections believe the available units that an event states, so they must be right. */
final class StatedUnitsTrue implements Rule {
    @Override
    public void after(Ledger ledger, StoredEvent event, Findings findings) {
        switch (event.payload()) {
            case StockReserved e -> expect(ledger, e.stockId(), e.availableUnits(), event, findings);
            case StockReleased e -> expect(ledger, e.stockId(), e.availableUnits(), event, findings);
            case StockAdded e -> expect(ledger, e.stockId(), e.availableUnits(), event, findings);
            case StockTransferred e -> expect(ledger, e.stockId(), e.availableUnits(), event, findings);
            case StockTransferReceived e -> expect(ledger, e.stockId(), e.availableUnits(), event, findings);
            default -> {}
        }
    }

    private static void expect(Ledger ledger, String stockId, int stated, StoredEvent event, Findings findings) {
        Bucket bucket = Objects.requireNonNull(ledger.bucket(stockId));
        findings.check(
                Invariant.STATED_UNITS_TRUE,
                stated == bucket.available(),
                event.globalIndex(),
                stockId,
                () -> "states " + stated + " available units, the events make it " + bucket.available());
    }
}
