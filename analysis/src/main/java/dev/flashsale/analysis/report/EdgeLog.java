package dev.flashsale.analysis.report;

import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.kernel.attempt.Attempt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was read of the attempts log: the proof that two reports are about the same refusals. */
final class EdgeLog {
    private final RangeHash hash = new RangeHash();
    private long read;
    private long elsewhere;
    private @Nullable EdgeRefusals totals;

    /** @param known whether an event tells of its sale; the address of a request may name any */
    void add(Attempt refused, boolean known) {
        read++;
        elsewhere += known ? 0 : 1;
        hash.line(refused.atEpochMicros() + "\t" + refused.saleId() + "\t" + refused.offerId() + "\t"
                + refused.quantity() + "\t" + refused.reason() + "\t" + refused.userId() + "\t"
                + refused.userVerified() + "\t" + refused.purchaseId());
    }

    void totals(EdgeRefusals totals) {
        this.totals = totals;
    }

    boolean isKept() {
        return totals != null;
    }

    /** Names and figures. The hash can be asked for once. */
    List<List<String>> facts() {
        EdgeRefusals known = totals;
        if (known == null) {
            return List.of(List.of("attempts log", "this source keeps none"));
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("refusals at the edge read", Text.count(read)));
        if (elsewhere > 0) {
            rows.add(List.of("of them for sales without an event", Text.count(elsewhere)));
        }
        rows.add(List.of("dropped by the attempts log", Text.count(known.dropped())));
        rows.add(List.of("runs without an end in it", Text.count(known.runsWithoutEnd())));
        rows.add(List.of("SHA-256 of the refusals at the edge", hash.hex()));
        return rows;
    }
}
