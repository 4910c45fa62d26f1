package dev.flashsale.analysis.sql;

import dev.flashsale.analysis.text.JsonText;
import dev.flashsale.analysis.text.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How an answer is printed. */
enum AnswerFormat {
    /** For people. */
    TABLE {
        @Override
        void print(Answer answer, PrintWriter out) {
            TextTable table = new TextTable("", answer.columns().toArray(String[]::new));
            answer.rows().forEach(table::row);
            table.print(out);
            out.printf("(%d rows)%n", answer.rows().size());
        }
    },
    /** RFC 4180, with a heading. */
    CSV {
        @Override
        void print(Answer answer, PrintWriter out) {
            line(answer.columns().stream(), out);
            VALUES.print(answer, out);
        }
    },
    /** The same without the heading. */
    VALUES {
        @Override
        void print(Answer answer, PrintWriter out) {
            answer.rows().forEach(row -> line(Stream.of(row), out));
        }
    },
    /** An array of objects. */
    JSON {
        @Override
        void print(Answer answer, PrintWriter out) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (@Nullable Object[] row : answer.rows()) {
                Map<String, @Nullable Object> object = new LinkedHashMap<>();
                for (int column = 0; column < row.length; column++) {
                    object.put(answer.columns().get(column), row[column]);
                }
                rows.add(object);
            }
            out.println(JsonText.of(rows));
        }
    };

    abstract void print(Answer answer, PrintWriter out);

    private static void line(Stream<? extends @Nullable Object> cells, PrintWriter out) {
        out.print(cells.map(AnswerFormat::quoted).collect(Collectors.joining(",")));
        out.print('\n');
    }

    private static String quoted(@Nullable Object cell) {
        String text = cell == null ? "" : cell.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
