package dev.flashsale.analysis.verify;

import dev.flashsale.analysis.audit.Audit;
import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.store.EventTable;
import dev.flashsale.analysis.store.OrderRowTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Audits a PostgreSQL event store. */
public final class Verification {
    private Verification() {}

    /**
     * Reads every event once, and the order rows where the database has them, and judges both.
     *
     * @param connection from {@link dev.flashsale.analysis.store.ReadOnlyDatabase}
     * @param accepted purchaseIds that clients were told are accepted; may be empty
     */
    public static AuditReport of(Connection connection, AuditOptions options, Collection<String> accepted)
            throws SQLException {
        Audit audit = new Audit(options);
        EventTable.read(connection, audit::accept);
        audit.acknowledged(accepted);
        OrderRowTable.read(connection).ifPresent(audit::rows);
        return audit.report();
    }
}
