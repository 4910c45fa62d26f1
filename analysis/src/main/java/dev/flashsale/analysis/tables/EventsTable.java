package dev.flashsale.analysis.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.flashsale.analysis.ledger.Ledger;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.RawEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every event, whatever its type. */
final class EventsTable implements Producer {
    private static final JsonFactory JSON = new JsonFactory();

    private static final TableShape EVENTS = TableShape.of(
            "events",
            "one event, as it is stored",
            Column.bigint("global_index"),
            Column.time("stored_at"),
            Column.text("type"),
            Column.text("revision"),
            Column.text("aggregate_type"),
            Column.text("aggregate_id"),
            Column.bigint("sequence_number"),
            Column.text("event_id"),
            Column.text("correlation_id"),
            Column.text("trace_id"),
            Column.json("payload"));

    @Override
    public List<TableShape> tables() {
        return List.of(EVENTS);
    }

    @Override
    public void accept(RawEvent raw, StoredEvent event, Ledger ledger, Rows rows) {
        String payload = new String(raw.payload(), StandardCharsets.UTF_8);
        rows.add(
                EVENTS,
                raw.globalIndex(),
                raw.timestamp(),
                raw.shortType(),
                raw.revision(),
                raw.aggregateType(),
                raw.aggregateId(),
                raw.sequenceNumber(),
                raw.eventId(),
                text(raw.metaData(), "correlationId"),
                text(raw.metaData(), "traceId"),
                payload);
    }

    /** A text of the metadata; absent when it is not there, or the metadata cannot be read. */
    static @Nullable String text(byte[] metaData, String key) {
        try (JsonParser json = JSON.createParser(metaData)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(key)) {
                    return json.getValueAsString();
                }
                json.skipChildren();
            }
            return null;
        } catch (IOException notJson) {
            return null;
        }
    }
}
