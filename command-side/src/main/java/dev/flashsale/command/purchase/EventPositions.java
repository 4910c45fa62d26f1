package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.StockId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Where in the whole event store a stock's events lie; empty where Axon Server stores them, which does not tell. */
@Component
class EventPositions {
    private final JdbcTemplate jdbc;
    private final boolean known;

    EventPositions(JdbcTemplate jdbc, @Value("${flashsale.event-store:postgresql}") String eventStore) {
        this.jdbc = jdbc;
        this.known = eventStore.equals("postgresql");
    }

    /** Global index by sequence number. */
    Map<Long, Long> globalIndexes(StockId stockId, List<Long> sequenceNumbers) {
        Map<Long, Long> indexes = new HashMap<>();
        if (known && !sequenceNumbers.isEmpty()) {
            jdbc.query(
                    "select sequence_number, global_index from domain_event_entry"
                            + " where aggregate_identifier = ? and sequence_number = any (?)",
                    row -> {
                        indexes.put(row.getLong(1), row.getLong(2));
                    },
                    stockId.toString(),
                    sequenceNumbers.toArray(Long[]::new));
        }
        return indexes;
    }
}
