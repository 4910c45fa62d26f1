package dev.flashsale.analysis.store;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.kernel.attempt.Attempt;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What {@code export --jsonl} wrote: a file of events, and beside it the rows of other tables where there were any. */
public final class ExportedFile implements EventSource {
    /** The file of events in an export's directory. */
    public static final String EVENTS = "events.jsonl";
    /** The rows of orders beside it. */
    public static final String ORDER_ROWS = "order_rows.jsonl";
    /** The payment provider's books beside it. */
    public static final String PAYMENTS = "payments.jsonl";
    /** What was refused at the edge, beside it. */
    public static final String ATTEMPTS = "refused_attempts.jsonl";
    /** What the attempts log says of itself, in one line beside it. */
    public static final String ATTEMPTS_KEPT = "refused_attempts_kept.jsonl";

    private static final int LONGEST_LINE = 1 << 20;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    private ExportedFile(Path file) {
        this.file = file;
    }

    /** The file itself, or the directory that holds it. */
    public static ExportedFile open(Path path) throws IOException {
        Path file = Files.isDirectory(path) ? path.resolve(EVENTS) : path;
        if (!Files.isReadable(file)) {
            throw new IOException(file + " cannot be read");
        }
        return new ExportedFile(file);
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public Span span() throws IOException {
        try (ByteLines lines = new ByteLines(Files.newInputStream(file))) {
            byte[] first = lines.next();
            return first == null ? Span.NONE : new Span(event(first, 1).globalIndex(), lastIndex());
        }
    }

    private long lastIndex() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            int length = (int) Math.min(bytes.length(), LONGEST_LINE);
            byte[] tail = new byte[length];
            bytes.seek(bytes.length() - length);
            bytes.readFully(tail);
            String text = new String(tail, StandardCharsets.UTF_8).stripTrailing();
            String last = text.substring(text.lastIndexOf('\n') + 1);
            return event(last.getBytes(StandardCharsets.UTF_8), -1).globalIndex();
        }
    }

    @Override
    public void raw(Span range, Consumer<RawEvent> reader) throws IOException {
        try (ByteLines lines = new ByteLines(Files.newInputStream(file))) {
            long number = 0;
            long before = -1;
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                number++;
                RawEvent event = event(line, number);
                if (event.globalIndex() <= before) {
                    throw new IOException(
                            "%s, line %,d: index %d after %d".formatted(file, number, event.globalIndex(), before));
                }
                before = event.globalIndex();
                if (before > range.last()) {
                    return;
                }
                if (range.contains(before)) {
                    reader.accept(event);
                }
            }
        }
    }

    private RawEvent event(byte[] line, long number) throws IOException {
        try {
            return EventLine.read(line);
        } catch (IOException | DateTimeException e) {
            String where = number < 0 ? "last line" : "line " + number;
            throw new IOException("%s, %s: %s".formatted(file, where, firstLine(e.getMessage())), e);
        }
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    @Override
    public Optional<List<OrderRow>> orderRows() throws IOException {
        return rows(ORDER_ROWS, new TypeReference<>() {});
    }

    @Override
    public Optional<List<PaymentRow>> payments() throws IOException {
        return rows(PAYMENTS, new TypeReference<>() {});
    }

    @Override
    public Optional<EdgeRefusals> attempts(Consumer<Attempt> reader) throws IOException {
        Optional<List<EdgeRefusals>> kept = rows(ATTEMPTS_KEPT, new TypeReference<>() {});
        if (kept.isEmpty() || kept.get().isEmpty()) {
            return Optional.empty();
        }
        rows(ATTEMPTS, new TypeReference<Attempt>() {}).orElse(List.of()).forEach(reader);
        return Optional.of(kept.get().getFirst());
    }

    private <T> Optional<List<T>> rows(String name, TypeReference<T> type) throws IOException {
        Path beside = file.resolveSibling(name);
        if (Files.notExists(beside)) {
            return Optional.empty();
        }
        try (BufferedReader text = Files.newBufferedReader(beside);
                MappingIterator<T> rows = JSON.readerFor(type).readValues(text)) {
            return Optional.of(rows.readAll());
        }
    }

    @Override
    public void close() {
        // every read opens the file for itself
    }
}
