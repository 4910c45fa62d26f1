package dev.flashsale.analysis.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flashsale.analysis.audit.ClientLog;
import dev.flashsale.analysis.audit.ClientRequest;
import dev.flashsale.analysis.audit.ClientStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A log that clients wrote. One JSON object per line, of the kind {@code purchase}, {@code status} or {@code complete}; a
 * line that is nothing but a purchaseId, or an object without a kind, says that this purchase was accepted.
 */
public final class ClientLogFile {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> accepted = new ArrayList<>();
    private final List<ClientRequest> requests = new ArrayList<>();
    private final List<ClientStatus> statuses = new ArrayList<>();
    private final Set<String> complete = new HashSet<>();

    private ClientLogFile() {}

    /** @throws IOException the file cannot be read, or a line says nothing that is understood; the message names the line */
    public static ClientLog read(Path file) throws IOException {
        ClientLogFile log = new ClientLogFile();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    log.add(line.strip());
                } catch (IOException | IllegalArgumentException | DateTimeException e) {
                    String why =
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("");
                    throw new IOException(file + ", line " + number + ": " + why, e);
                }
            }
        }
        return new ClientLog(log.accepted, log.requests, log.statuses, log.complete);
    }

    private void add(String line) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        if (!line.startsWith("{")) {
            accepted.add(line);
            return;
        }
        JsonNode entry = JSON.readTree(line);
        switch (entry.path("kind").asText("accepted")) {
            case "accepted" -> accepted.add(text(entry, "purchaseId"));
            case "purchase" -> requests.add(request(entry));
            case "status" ->
                statuses.add(new ClientStatus(
                        text(entry, "purchaseId"),
                        instant(entry, "sentAt"),
                        instant(entry, "answeredAt"),
                        text(entry, "status")));
            case "complete" -> complete.add(text(entry, "saleId"));
            default -> throw new IOException("unknown kind " + entry.path("kind"));
        }
    }

    private static ClientRequest request(JsonNode entry) throws IOException {
        return new ClientRequest(
                text(entry, "purchaseId"),
                text(entry, "saleId"),
                text(entry, "userId"),
                text(entry, "offerId"),
                entry.path("quantity").asInt(1),
                instant(entry, "sentAt"),
                instant(entry, "answeredAt"),
                ClientRequest.Outcome.valueOf(text(entry, "outcome").toUpperCase(Locale.ROOT)),
                entry.path("reason").asText(""));
    }

    private static Instant instant(JsonNode entry, String field) throws IOException {
        return Instant.parse(text(entry, field));
    }

    private static String text(JsonNode entry, String field) throws IOException {
        JsonNode value = entry.path(field);
        if (!value.isTextual()) {
            throw new IOException("no " + field);
        }
        return value.textValue();
    }
}
