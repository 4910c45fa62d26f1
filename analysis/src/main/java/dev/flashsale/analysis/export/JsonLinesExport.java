package dev.flashsale.analysis.export;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.audit.OrderRow;
import dev.flashsale.analysis.store.EventLine;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.ExportedFile;
import dev.flashsale.analysis.store.PaymentRow;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.kernel.attempt.Attempt;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Events and rows as they are stored, one JSON object a line. */
final class JsonLinesExport {
    private static final int BUFFER = 1 << 16;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Path directory;
    private long events;
    private int files = 1;

    private JsonLinesExport(Path directory) {
        this.directory = directory;
    }

    static ExportReport write(EventSource source, Span range, Path directory) throws IOException {
        JsonLinesExport export = new JsonLinesExport(directory);
        export.events(source, range);
        Optional<List<OrderRow>> orderRows = source.orderRows();
        if (orderRows.isPresent()) {
            export.rows(ExportedFile.ORDER_ROWS, orderRows.get());
        }
        Optional<List<PaymentRow>> payments = source.payments();
        if (payments.isPresent()) {
            export.rows(ExportedFile.PAYMENTS, payments.get());
        }
        List<Attempt> attempts = new ArrayList<>();
        Optional<EdgeRefusals> kept = source.attempts(attempts::add);
        if (kept.isPresent()) {
            export.rows(ExportedFile.ATTEMPTS, attempts);
            export.rows(ExportedFile.ATTEMPTS_KEPT, List.of(kept.get()));
        }
        return new ExportReport(directory, export.events, range.last(), export.files);
    }

    private void events(EventSource source, Span range) throws IOException {
        try (OutputStream file = open(ExportedFile.EVENTS)) {
            source.raw(range, event -> {
                try {
                    file.write(EventLine.write(event));
                    file.write('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                events++;
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void rows(String name, List<?> rows) throws IOException {
        files++;
        try (OutputStream file = open(name)) {
            for (Object row : rows) {
                file.write(JSON.writeValueAsBytes(row));
                file.write('\n');
            }
        }
    }

    private OutputStream open(String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(directory.resolve(name)), BUFFER);
    }
}
