package dev.flashsale.platform.axon;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.upcast.Upcast;
import java.util.Map;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;

/** One of the kernel's steps, as Axon takes it on every way out of the event store. */
final class JsonUpcaster extends SingleEventUpcaster {
    private static final ObjectMapper JSON = Serialization.storedJson();

    private final Upcast step;
    private final SimpleSerializedType from;
    private final SimpleSerializedType to;

    JsonUpcaster(Upcast step) {
        this.step = step;
        this.from = new SimpleSerializedType(step.event().getName(), step.from());
        this.to = new SimpleSerializedType(step.event().getName(), step.to());
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return event.getType().equals(from);
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        return event.upcastPayload(to, JsonNode.class, this::changed);
    }

    private JsonNode changed(JsonNode stored) {
        Map<String, Object> form = JSON.convertValue(stored, new TypeReference<>() {});
        return JSON.valueToTree(step.change().apply(form));
    }
}
