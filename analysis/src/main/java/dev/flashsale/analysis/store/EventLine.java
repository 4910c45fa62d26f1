package dev.flashsale.analysis.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * An event as one line of JSON. Payload and metadata keep every byte: as JSON where the stored bytes are an object on
 * one line, as base64 (field {@code payloadBase64}) where they are not.
 */
public final class EventLine {
    private static final JsonFactory JSON = new JsonFactory();

    private EventLine() {}

    /** The line, without its end. */
    public static byte[] write(RawEvent event) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeNumberField("index", event.globalIndex());
            json.writeStringField("timestamp", event.timestamp().toString());
            json.writeStringField("type", event.type());
            json.writeStringField("revision", event.revision());
            json.writeStringField("aggregateType", event.aggregateType());
            json.writeStringField("aggregateId", event.aggregateId());
            json.writeNumberField("sequenceNumber", event.sequenceNumber());
            json.writeStringField("eventId", event.eventId());
            bytes(json, "payload", event.payload());
            bytes(json, "metaData", event.metaData());
            json.writeEndObject();
        }
        return line.toByteArray();
    }

    private static void bytes(JsonGenerator json, String field, byte[] value) throws IOException {
        if (isObjectOnOneLine(value)) {
            json.writeFieldName(field);
            json.writeRawValue(new String(value, StandardCharsets.UTF_8));
        } else {
            json.writeBinaryField(field + "Base64", value);
        }
    }

    private static boolean isObjectOnOneLine(byte[] value) {
        if (value.length < 2 || value[0] != '{' || value[value.length - 1] != '}') {
            return false;
        }
        for (byte b : value) {
            if (b == '\n' || b == '\r') {
                return false;
            }
        }
        try (JsonParser parser = JSON.createParser(value)) {
            parser.nextToken();
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException notJson) {
            return false;
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException the line is no event; the message says why
     */
    public static RawEvent read(byte[] line) throws IOException {
        Fields fields = new Fields();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                fields.take(field, json, line);
            }
        }
        return fields.event();
    }

    @SuppressWarnings("NullAway.Init") // checked together at the end
    private static final class Fields {
        private long index = -1;
        private long sequenceNumber = -1;
        private Instant timestamp;
        private String type;
        private String revision;
        private String aggregateType = "";
        private String aggregateId;
        private String eventId;
        private byte[] payload;
        private byte[] metaData;

        void take(String field, JsonParser json, byte[] line) throws IOException {
            switch (field) {
                case "index" -> index = json.getLongValue();
                case "timestamp" -> timestamp = Instant.parse(json.getText());
                case "type" -> type = json.getText();
                case "revision" -> revision = json.getValueAsString();
                case "aggregateType" -> aggregateType = json.getText();
                case "aggregateId" -> aggregateId = json.getText();
                case "sequenceNumber" -> sequenceNumber = json.getLongValue();
                case "eventId" -> eventId = json.getText();
                case "payload" -> payload = slice(json, line);
                case "payloadBase64" -> payload = json.getBinaryValue();
                case "metaData" -> metaData = slice(json, line);
                case "metaDataBase64" -> metaData = json.getBinaryValue();
                default -> json.skipChildren();
            }
        }

        private static byte[] slice(JsonParser json, byte[] line) throws IOException {
            int start = (int) json.currentTokenLocation().getByteOffset();
            json.skipChildren();
            json.finishToken();
            return Arrays.copyOfRange(line, start, (int) json.currentLocation().getByteOffset());
        }

        RawEvent event() throws IOException {
            if (index < 0
                    || sequenceNumber < 0
                    || timestamp == null
                    || type == null
                    || aggregateId == null
                    || eventId == null
                    || payload == null
                    || metaData == null) {
                throw new IOException("not an exported event: a field is missing");
            }
            return new RawEvent(
                    index,
                    timestamp,
                    type,
                    revision,
                    aggregateType,
                    aggregateId,
                    sequenceNumber,
                    eventId,
                    payload,
                    metaData);
        }
    }
}
