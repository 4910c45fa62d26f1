package dev.flashsale.analysis.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.flashsale.analysis.ledger.StoredEvent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over events in a form that does not depend on how they were stored: per event one line of global index, aggregate,
 * sequence number, event id, instant, type and its JSON with sorted names.
 */
final class RangeHash {
    private static final ObjectWriter CANONICAL = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build()
            .writer();

    private final MessageDigest digest = sha256();

    void add(StoredEvent event) {
        line(event.globalIndex() + "\t" + event.aggregateId() + "\t" + event.sequenceNumber() + "\t" + event.eventId()
                + "\t" + event.timestamp() + "\t" + event.payload().getClass().getSimpleName() + "\t" + json(event));
    }

    void line(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
    }

    /** The hash in hexadecimal; begins anew. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String json(StoredEvent event) {
        try {
            return CANONICAL.writeValueAsString(event.payload());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event is always JSON", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
