package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.Booking;
import dev.flashsale.analysis.audit.ClientLog;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.PaymentRow;
import java.io.IOException;
import java.util.List;

/** Audits an event store, and whatever else its source has. */
public final class Verification {
    private Verification() {}

    /** A check that needs more than the source; it records what it finds in the audit. */
    public interface Further {
        /** Called once, after the last event. */
        void check(Audit audit, EventSource source) throws IOException;
    }

    /**
     * Reads every event once, then what else the source has: order rows, the payment provider's books, attempts that the
     * edge refused, the processors' positions, the live processes; and judges it all.
     *
     * @param clients what clients say; may be empty
     */
    public static AuditReport of(EventSource source, AuditOptions options, ClientLog clients) throws IOException {
        return of(source, options, clients, List.of(), new Speed());
    }

    static AuditReport of(
            EventSource source, AuditOptions options, ClientLog clients, List<? extends Further> further, Speed speed)
            throws IOException {
        Audit audit = new Audit(options.withClients());
        source.events(audit::accept);
        speed.allRead();
        audit.clients(clients);
        source.attempts(audit::refusedAtTheEdge).ifPresent(audit::edge);
        source.orderRows().ifPresent(audit::rows);
        source.payments()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.stream().map(Verification::booking).toList())
                .ifPresent(audit::payments);
        Processors.check(source, audit);
        Processes.check(source, audit);
        for (Further check : further) {
            check.check(audit, source);
        }
        return audit.report();
    }

    private static Booking booking(PaymentRow row) {
        return new Booking(
                row.paymentId(),
                row.orderId(),
                row.amountMinor(),
                row.currency(),
                row.refundId(),
                row.toldAt() != null);
    }
}
