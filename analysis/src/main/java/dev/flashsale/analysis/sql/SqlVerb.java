package dev.flashsale.analysis.sql;

import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.Span;
import dev.flashsale.analysis.store.StoreOptions;
import dev.flashsale.analysis.store.StoreVerb;
import dev.flashsale.analysis.tables.Column;
import dev.flashsale.analysis.tables.SaleDatabase;
import dev.flashsale.analysis.tables.TableShape;
import dev.flashsale.analysis.text.TextTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sql}: a question in SQL, one's own or a named one, over a copy of the events in memory. */
@Command(name = "sql", description = "Ask a question in SQL (DuckDB) over the events of a sale.")
public final class SqlVerb extends StoreVerb {
    @ArgGroup(multiplicity = "1")
    private Question question = new Question();

    /** One of the four. */
    private static final class Question {
        @Parameters(paramLabel = "QUERY", description = "a query; for the tables see --tables")
        private @Nullable String sql;

        @Option(names = "--query", paramLabel = "NAME", description = "a question that comes with the program")
        private @Nullable String name;

        @Option(names = "--list", description = "name the questions that come with the program")
        private boolean list;

        @Option(names = "--tables", description = "name the tables and their columns")
        private boolean tables;
    }

    @ArgGroup
    private Format format = new Format();

    /** A table for people unless one of these is named. */
    private static final class Format {
        @Option(names = "--csv", description = "print CSV")
        private boolean csv;

        @Option(names = "--values", description = "print CSV without a heading, as scripts like it")
        private boolean values;

        @Option(names = "--json", description = "print JSON")
        private boolean json;
    }

    @Override
    protected Optional<Integer> answerWithoutStore(PrintWriter out) throws IOException {
        if (question.list) {
            TextTable table = new TextTable("", "name", "question");
            NamedQueries.NAMES.forEach(name -> table.row(name, NamedQueries.question(name)));
            table.print(out);
            return Optional.of(StoreOptions.CLEAN);
        }
        if (question.tables) {
            try (SaleDatabase database = SaleDatabase.create()) {
                database.tables().forEach(table -> print(table, out));
            }
            return Optional.of(StoreOptions.CLEAN);
        }
        return Optional.empty();
    }

    private static void print(TableShape table, PrintWriter out) {
        out.printf("%s: %s%n", table.name(), table.row());
        out.println(table.columns().stream().map(Column::name).collect(Collectors.joining(", ", "  ", "")));
    }

    @Override
    protected int answer(EventSource source, PrintWriter out) throws IOException {
        String sql = question.name != null ? NamedQueries.sql(question.name) : String.valueOf(question.sql);
        try (SaleDatabase database = SaleDatabase.create()) {
            Set<String> mentioned = database.mentionedIn(sql).collect(Collectors.toSet());
            database.fill(source, Span.ALL, mentioned::contains);
            format().print(ask(database, sql), out);
            return StoreOptions.CLEAN;
        }
    }

    private AnswerFormat format() {
        if (format.csv) {
            return AnswerFormat.CSV;
        }
        if (format.values) {
            return AnswerFormat.VALUES;
        }
        return format.json ? AnswerFormat.JSON : AnswerFormat.TABLE;
    }

    private static Answer ask(SaleDatabase database, String sql) throws IOException {
        try (Statement statement = database.connection().createStatement()) {
            if (!statement.execute(sql)) {
                throw new IOException("this is no question: it has no rows to print");
            }
            try (ResultSet rows = statement.getResultSet()) {
                return Answer.of(rows);
            }
        } catch (SQLException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
