package dev.flashsale.analysis.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.ledger.Unreadable;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.StockEvent;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Turns stored JSON into the kernel's events. Only classes on the kernel's own list of events are ever loaded, whatever a
 * row names. A field that is missing is an error here, although a service would read a zero.
 */
public final class EventLoader {
    private static final String OURS = "dev.flashsale.";

    private final Map<String, ObjectReader> readers = new HashMap<>();

    public EventLoader() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addDeserializer(String.class, new SharedStrings()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        allow(FlashSaleEvent.class, mapper);
        allow(StockEvent.class, mapper);
        allow(OrderEvent.class, mapper);
    }

    private void allow(Class<?> sealedType, JsonMapper mapper) {
        for (Class<?> event : sealedType.getPermittedSubclasses()) {
            readers.put(event.getName(), mapper.readerFor(event));
        }
    }

    /** The class names of the events that are loaded. */
    public Set<String> types() {
        return Set.copyOf(readers.keySet());
    }

    /** The same event with its payload loaded. */
    public StoredEvent load(RawEvent event) {
        return new StoredEvent(
                event.globalIndex(),
                event.aggregateId(),
                event.sequenceNumber(),
                event.eventId(),
                event.timestamp(),
                load(event.type(), event.payload()));
    }

    /** The event, or {@link Unreadable}. */
    public Object load(String type, byte[] json) {
        ObjectReader reader = readers.get(type);
        if (reader == null) {
            return new Unreadable(type, type.startsWith(OURS), "this version knows no such event");
        }
        try {
            return reader.readValue(json);
        } catch (IOException e) {
            return new Unreadable(
                    type,
                    true,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
