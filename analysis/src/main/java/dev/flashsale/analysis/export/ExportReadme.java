package dev.flashsale.analysis.export;

import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.tables.Column;
import dev.flashsale.analysis.tables.TableShape;
import java.util.Locale;
import java.util.Map;

/** Describes the files of an export; says nothing of when or where it was made. */
final class ExportReadme {
    private static final String HEAD = """
            # A flash sale's events as tables

            Events %d to %d of an event store. Times are UTC with microseconds. A figure's unit is the ending of its name: `_units`,
            `_ms`, and `_minor` for the smallest unit of the currency. `stored_at` is the time by the clock that stored the event,
            `decided_at` the time that its decision was made for. `global_index` is the event's position: the order of
            everything. The same events give the same bytes in every export.
            """;

    private ExportReadme() {}

    static String of(String extension, Span range, Map<TableShape, Long> rows) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, HEAD, range.first(), range.last()));
        rows.forEach((table, count) -> {
            text.append("\n## ")
                    .append(table.name())
                    .append('.')
                    .append(extension)
                    .append("\n\n");
            text.append(String.format(Locale.ROOT, "A row is %s. Rows: %d.%n%n", table.row(), count));
            text.append("| column | type |\n|---|---|\n");
            for (Column column : table.columns()) {
                text.append("| `%s` | %s |%n".formatted(column.name(), column.type()));
            }
        });
        return text.toString();
    }
}
