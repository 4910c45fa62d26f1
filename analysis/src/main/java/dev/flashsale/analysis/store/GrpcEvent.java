package dev.flashsale.analysis.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.ByteString;
import io.axoniq.axonserver.grpc.MetaDataValue;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** An event as Axon Server sends it; its timestamps are in whole milliseconds. */
final class GrpcEvent {
    private static final JsonMapper JSON = new JsonMapper();

    private GrpcEvent() {}

    static RawEvent raw(EventWithToken sent) {
        Event event = sent.getEvent();
        String revision = event.getPayload().getRevision();
        return new RawEvent(
                sent.getToken(),
                Instant.ofEpochMilli(event.getTimestamp()),
                event.getPayload().getType(),
                revision.isEmpty() ? null : revision,
                event.getAggregateType(),
                event.getAggregateIdentifier(),
                event.getAggregateSequenceNumber(),
                event.getMessageIdentifier(),
                event.getPayload().getData().toByteArray(),
                metaData(event.getMetaDataMap()));
    }

    private static byte[] metaData(Map<String, MetaDataValue> sent) {
        Map<String, Object> values = new TreeMap<>();
        sent.forEach((key, value) -> values.put(key, value(value)));
        try {
            return JSON.writeValueAsBytes(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    private static Object value(MetaDataValue value) {
        return switch (value.getDataCase()) {
            case TEXT_VALUE -> value.getTextValue();
            case NUMBER_VALUE -> value.getNumberValue();
            case BOOLEAN_VALUE -> value.getBooleanValue();
            case DOUBLE_VALUE -> value.getDoubleValue();
            case BYTES_VALUE -> base(value.getBytesValue().getData());
            case DATA_NOT_SET -> "";
        };
    }

    private static String base(ByteString bytes) {
        return bytes.toStringUtf8();
    }
}
