package dev.flashsale.analysis.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.ledger.Unreadable;
import dev.flashsale.kernel.block.BlockEvent;
import dev.flashsale.kernel.order.OrderEvent;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.upcast.Upcast;
import dev.flashsale.kernel.upcast.Upcasts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns stored JSON into the kernel's events. Only classes on the kernel's own list of events are ever loaded, whatever a
 * row names. A field that is missing is an error here, although a service would read a zero.
 */
public final class EventLoader {
    private static final String OURS = "dev.flashsale.";

    private final Map<String, Known> known = new HashMap<>();
    private final Upcasts upcasts;
    private final JsonMapper mapper;

    private record Known(Class<?> event, ObjectReader reader) {}

    public EventLoader() {
        this(Upcasts.today());
    }

    EventLoader(Upcasts upcasts) {
        this.upcasts = upcasts;
        this.mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule().addDeserializer(String.class, new SharedStrings()))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        allow(FlashSaleEvent.class);
        allow(StockEvent.class);
        allow(OrderEvent.class);
        allow(BlockEvent.class);
    }

    private void allow(Class<?> sealedType) {
        for (Class<?> event : sealedType.getPermittedSubclasses()) {
            known.put(event.getName(), new Known(event, mapper.readerFor(event)));
        }
    }

    /** The class names of the events that are loaded. */
    public Set<String> types() {
        return Set.copyOf(known.keySet());
    }

    /** The same event with its payload loaded. */
    public StoredEvent load(RawEvent event) {
        return new StoredEvent(
                event.globalIndex(),
                event.aggregateId(),
                event.sequenceNumber(),
                event.eventId(),
                event.timestamp(),
                load(event.type(), event.revision(), event.payload()));
    }

    /**
     * The event in today's form, or {@link Unreadable}.
     *
     * @param revision the form that it was stored in; absent or empty for today's
     */
    public Object load(String type, @Nullable String revision, byte[] json) {
        Known event = known.get(type);
        if (event == null) {
            return new Unreadable(type, type.startsWith(OURS), "this version knows no such event");
        }
        if (revision == null || revision.isEmpty() || revision.equals(Upcasts.revisionOf(event.event()))) {
            return load(type, event, json);
        }
        return upcasts.path(event.event(), revision)
                .map(path -> load(type, event, upcast(path, json)))
                .orElseGet(() -> new Unreadable(type, true, "no way from revision " + revision + " to today's"));
    }

    private byte[] upcast(List<Upcast> path, byte[] json) {
        try {
            Map<String, Object> stored = mapper.readValue(json, new TypeReference<>() {});
            return mapper.writeValueAsBytes(Upcasts.apply(path, stored));
        } catch (IOException | RuntimeException e) {
            // read as it is, the loader says what is wrong with it
            return json;
        }
    }

    private static Object load(String type, Known event, byte[] json) {
        try {
            return event.reader().readValue(json);
        } catch (IOException e) {
            return new Unreadable(
                    type,
                    true,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }
}
