package dev.flashsale.analysis.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.analysis.audit.Sales;
import dev.flashsale.analysis.audit.ToldSale;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.ledger.Unreadable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTableTest {
    private final StoredRows rows = StoredRows.empty();

    @Test
    void whatAxonStoredIsReadBackAsItWas() throws SQLException {
        // given
        ToldSale sale = Sales.pens();
        sale.buy("p1", "ann", "pen", "pen", 0);
        rows.store(sale.history().events());

        // when
        List<StoredEvent> read = read();

        // then
        assertThat(read).isEqualTo(sale.history().events());
    }

    @Test
    void onlyKnownEventsAreLoadedWhateverARowNames() throws SQLException {
        // given
        rows.execute(row("1", "java.lang.StringBuilder", "\"x\""));
        rows.execute(row("2", "dev.flashsale.kernel.stock.Offer", "{}"));

        // when
        List<StoredEvent> read = read();

        // then
        assertThat(read)
                .extracting(StoredEvent::payload)
                .allSatisfy(payload -> assertThat(payload).isInstanceOf(Unreadable.class));
        assertThat(read)
                .extracting(event -> ((Unreadable) event.payload()).ours())
                .containsExactly(false, true);
    }

    @Test
    void anEventWithAMissingFieldIsNotReadAsZero() throws SQLException {
        // given
        rows.execute(row("1", "dev.flashsale.kernel.order.OrderPaid", "{\"orderId\":\"o\",\"paymentId\":\"p\"}"));

        // when
        List<StoredEvent> read = read();

        // then
        assertThat(read.getFirst().payload())
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(unreadable.why()).contains("amountMinor"));
    }

    @Test
    void nothingCanBeWritten() throws SQLException {
        try (Connection connection = rows.open();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("delete from domain_event_entry"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("read-only transaction");
        }
    }

    private static String row(String id, String type, String json) {
        return "insert into domain_event_entry (aggregate_identifier, sequence_number, event_identifier, payload_type,"
                + " payload, time_stamp) values ('" + id + "', 0, '" + id + "', '" + type + "', convert_to('" + json
                + "', 'UTF8'), '2026-11-21T12:00:00Z')";
    }

    private List<StoredEvent> read() throws SQLException {
        List<StoredEvent> read = new ArrayList<>();
        try (Connection connection = rows.open()) {
            EventTable.read(connection, read::add);
        }
        return read;
    }
}
