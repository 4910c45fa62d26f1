package dev.flashsale.analysis.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.platform.axon.Serialization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A hand-made history as a file, serialised as the services do. */
public final class ExportedSale {
    private static final ObjectMapper SERVICES = Serialization.storedJson();

    private ExportedSale() {}

    /** The directory, for {@code --file}. */
    public static Path write(Path directory, List<StoredEvent> events) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (StoredEvent event : events) {
            lines.write(EventLine.write(new RawEvent(
                    event.globalIndex(),
                    event.timestamp(),
                    event.payload().getClass().getName(),
                    "1",
                    "Any",
                    event.aggregateId(),
                    event.sequenceNumber(),
                    event.eventId(),
                    SERVICES.writeValueAsBytes(event.payload()),
                    ("{\"correlationId\":\"c-" + event.globalIndex() + "\",\"traceId\":\"t-1\"}")
                            .getBytes(StandardCharsets.UTF_8))));
            lines.write('\n');
        }
        Files.createDirectories(directory);
        Files.write(directory.resolve(ExportedFile.EVENTS), lines.toByteArray());
        return directory;
    }
}
