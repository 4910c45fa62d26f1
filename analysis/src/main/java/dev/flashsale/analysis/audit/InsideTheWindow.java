package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.Bucket;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** W-1. By the instant that the decision itself carries; also that NOT_OPEN and ENDED were true. */
final class InsideTheWindow implements Rule {
    @Override
    public void before(Ledger ledger, StoredEvent event, Findings findings) {
        if (event.payload() instanceof StockReserved e) {
            expect(isOpen(ledger.bucket(e.stockId()), e.at()), e.purchaseId(), "accepted", e.at(), event, findings);
        } else if (event.payload() instanceof PurchaseRefused e) {
            Bucket bucket = ledger.bucket(e.stockId());
            switch (e.reason()) {
                case NOT_OPEN ->
                    expect(!isOpenedBy(bucket, e.at()), e.purchaseId(), "refused as not open", e.at(), event, findings);
                case ENDED ->
                    expect(!isOpen(bucket, e.at()), e.purchaseId(), "refused as ended", e.at(), event, findings);
                default -> {}
            }
        }
    }

    private static boolean isOpenedBy(@Nullable Bucket bucket, Instant at) {
        StockAllocated allocation = bucket == null ? null : bucket.allocation();
        return allocation != null && !at.isBefore(allocation.opensAt());
    }

    private static boolean isOpen(@Nullable Bucket bucket, Instant at) {
        StockAllocated allocation = bucket == null ? null : bucket.allocation();
        return bucket != null
                && allocation != null
                && bucket.withdrawal() == null
                && !at.isBefore(allocation.opensAt())
                && at.isBefore(allocation.closesAt());
    }

    private static void expect(
            boolean holds, String id, String what, Instant at, StoredEvent event, Findings findings) {
        findings.check(
                Invariant.INSIDE_THE_WINDOW, holds, event.globalIndex(), id, () -> what + " at " + at + ", wrongly");
    }
}
