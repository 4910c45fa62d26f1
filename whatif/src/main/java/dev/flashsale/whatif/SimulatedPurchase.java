package dev.flashsale.whatif;

import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.whatif.Verdict.Fate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** One shopper's purchase while the record is walked through. */
final class SimulatedPurchase {
    private final Attempt attempt;
    private final Map<String, StockId> held = new LinkedHashMap<>();
    private boolean goesAsRecorded = true;
    private String decision = "";
    private Fate fate = Fate.REFUSED;
    private long amountMinor;
    private Instant payBy = Instant.MAX;

    SimulatedPurchase(Attempt attempt) {
        this.attempt = attempt;
    }

    Attempt attempt() {
        return attempt;
    }

    void reserved(StockReserved event) {
        held.put(event.itemId(), StockId.parse(event.stockId()));
        decision = Verdict.RESERVED;
        fate = Fate.HELD;
        amountMinor = event.amountMinor();
        payBy = event.payBy();
    }

    void refused(String reason) {
        decision = reason;
        fate = Fate.REFUSED;
    }

    void end(Fate end) {
        fate = end;
    }

    /** From here on the recorded future is not this purchase's. */
    void leaveTheRecord() {
        goesAsRecorded = false;
    }

    boolean goesAsRecorded() {
        return goesAsRecorded;
    }

    boolean holds(String itemId) {
        return held.containsKey(itemId);
    }

    /** The buckets that hold its units, by item. */
    Map<String, StockId> held() {
        return held;
    }

    Instant payBy() {
        return payBy;
    }

    Verdict verdict() {
        return new Verdict(attempt, decision, fate, amountMinor);
    }
}
