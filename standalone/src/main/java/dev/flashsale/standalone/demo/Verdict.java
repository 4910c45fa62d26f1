package dev.flashsale.standalone.demo;

import dev.flashsale.standalone.stores.EmbeddedStores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether the sale kept its promise, by the event store, the order rows, and what the shoppers were told. */
record Verdict(
        long total, long sold, long undersold, long paid, long expiredUnits, List<String> problems, ClientLog log) {
    Verdict {
        problems = List.copyOf(problems);
    }

    private static final String COUNTS = """
            select coalesce(sum((p->>'units')::int) filter (where type = 'StockAllocated'), 0) as total,
                   coalesce(sum((p->>'units')::int) filter (where type = 'StockReserved'), 0)
                       - coalesce(sum((p->>'units')::int) filter (where type = 'StockReleased'), 0) as sold,
                   coalesce(sum((p->>'units')::int) filter (where type = 'StockReleased' and p->>'reason' = 'EXPIRED'), 0)
                       as expired,
                   count(*) filter (where type = 'OrderPaid') as paid
            from (select regexp_replace(payload_type, '.*\\.', '') as type,
                         convert_from(payload, 'UTF8')::jsonb as p
                  from domain_event_entry) events
            """;

    static Verdict on(String saleId, SalePlan plan, EmbeddedStores stores, ClientLog log) throws SQLException {
        List<String> problems = new ArrayList<>(log.contradictions());
        try (Connection connection =
                        DriverManager.getConnection(stores.unhurriedJdbcUrl(), "flashsale", stores.password());
                PreparedStatement counts = connection.prepareStatement(COUNTS);
                ResultSet row = counts.executeQuery()) {
            row.next();
            long sold = row.getLong("sold");
            return new Verdict(
                    row.getLong("total"),
                    sold,
                    plan.totalUnits() - sold,
                    row.getLong("paid"),
                    row.getLong("expired"),
                    problems,
                    log);
        }
    }

    boolean holds() {
        return problems.isEmpty() && sold <= total && undersold <= 0;
    }

    @Override
    public String toString() {
        return "%ssold %d of %d · oversold %d · undersold %d · paid %d · expired and resold %d · %s%n%s"
                .formatted(
                        problems.isEmpty() ? "" : String.join("\n", problems) + "\n",
                        sold,
                        total,
                        Math.max(0, sold - total),
                        Math.max(0, undersold),
                        paid,
                        expiredUnits,
                        problems.isEmpty() ? "every purchase has one outcome" : "NOT every purchase has one outcome",
                        log.refusals());
    }
}
