package dev.flashsale.standalone.demo;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the shoppers sent and were told, as JSON lines that {@code verify --client-log} reads. Lines of kind
 * {@code complete} say that every request of a sale is in it.
 */
final class ClientLogFile implements Closeable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final @Nullable BufferedWriter lines;

    private ClientLogFile(@Nullable BufferedWriter lines) {
        this.lines = lines;
    }

    /** Writes to this file, which is made anew. */
    static ClientLogFile to(Path file) throws IOException {
        return new ClientLogFile(Files.newBufferedWriter(file));
    }

    /** Writes nothing. */
    static ClientLogFile nothing() {
        return new ClientLogFile(null);
    }

    void purchase(String saleId, Shopper shopper, String offerId, int quantity, String purchaseId, Timed timed) {
        Map<String, Object> line = line("purchase", purchaseId, timed);
        line.put("saleId", saleId);
        line.put("userId", shopper.userId());
        line.put("offerId", offerId);
        line.put("quantity", quantity);
        switch (timed.answer().status()) {
            case 202 -> line.put("outcome", "accepted");
            case 403, 409, 422 -> {
                line.put("outcome", "refused");
                line.put("reason", timed.answer().problem());
            }
            default -> line.put("outcome", "unknown");
        }
        write(line);
    }

    void status(String purchaseId, String status, Timed timed) {
        Map<String, Object> line = line("status", purchaseId, timed);
        line.put("status", status);
        write(line);
    }

    void complete(String saleId) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", "complete");
        line.put("saleId", saleId);
        write(line);
    }

    private static Map<String, Object> line(String kind, String purchaseId, Timed timed) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", kind);
        line.put("purchaseId", purchaseId);
        line.put("sentAt", timed.sentAt().toString());
        line.put("answeredAt", timed.answeredAt().toString());
        return line;
    }

    private synchronized void write(Map<String, Object> line) {
        if (lines != null) {
            try {
                lines.write(JSON.writeValueAsString(line));
                lines.newLine();
            } catch (IOException e) {
                throw new UncheckedIOException("the client log cannot be written", e);
            }
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }

    /** An answer, and when it was asked for and given. */
    record Timed(Instant sentAt, Instant answeredAt, Answer answer) {}
}
