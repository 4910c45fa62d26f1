package dev.flashsale.analysis.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.PenSale;
import dev.flashsale.analysis.sql.SqlVerb;
import dev.flashsale.analysis.store.StoredRows;
import dev.flashsale.analysis.store.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportVerbTest {
    private final StoredRows rows = StoredRows.empty();

    @TempDir
    Path directory;

    @BeforeEach
    void aSaleOfThreePens() {
        rows.store(PenSale.told().history().events());
        rows.execute("""
                insert into purchase_order (sale_id, order_id, user_id, offer_id, quantity, amount_minor, currency,
                    status, placed_at, pay_by, as_of_index)
                values ('sale-1', 'p-ann', 'ann', 'pen', 1, 500, 'EUR', 'PAID',
                    '2026-11-21T12:00:00Z', '2026-11-21T12:01:00Z', 1)
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--parquet", "--csv", "--jsonl"})
    void theSameEventsGiveTheSameBytes(String format) throws IOException {
        // when
        Verbs once = fromStore(format, directory.resolve("once").toString());
        Verbs again = fromStore(format, directory.resolve("again").toString());

        // then
        assertThat(once.code()).isZero();
        assertThat(again.code()).isZero();
        assertThat(content("again")).isEqualTo(content("once"));
        assertThat(once.out()).startsWith("25 events up to index 25 in ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--parquet", "--csv", "--jsonl"})
    void aFileGivesTheSameBytesAsTheStoreItCameFrom(String format) throws IOException {
        // given
        fromStore("--jsonl", directory.resolve("file").toString());

        // when
        fromStore(format, directory.resolve("store").toString());
        Verbs.run(
                new ExportVerb(),
                "--file",
                directory.resolve("file").toString(),
                format,
                directory.resolve("copy").toString());

        // then
        assertThat(content("copy")).isEqualTo(content("store"));
    }

    @Test
    void anExportEndsWithTheEventThatIsNamedAndLeavesOutRowsOfLater() throws IOException {
        // when
        Verbs export =
                fromStore("--to", "6", "--jsonl", directory.resolve("part").toString());

        // then
        assertThat(export.out()).startsWith("6 events up to index 6 in 1 files");
        assertThat(content("part")).containsOnlyKeys("events.jsonl");
    }

    @Test
    void parquetAndCsvHoldEveryTableAndAReadme() throws IOException {
        // when
        fromStore("--parquet", directory.resolve("parquet").toString());

        // then
        assertThat(content("parquet")).containsKeys("README.md", "events.parquet", "order_paid.parquet");
        String file = directory.resolve("parquet/stock_reserved.parquet").toString();
        Verbs read = Verbs.run(
                new SqlVerb(),
                "--url",
                rows.url(),
                "--user",
                "postgres",
                "--csv",
                "select (select count(*) from '" + file + "') - (select count(*) from stock_reserved) as missing");
        assertThat(read.out()).isEqualTo("missing\n0\n");
        assertThat(Files.readString(directory.resolve("parquet/README.md")))
                .contains("Events 1 to 25", "## order_rows.parquet", "Rows: 1.", "| `payment_window_ms` | BIGINT |");
    }

    @Test
    void theStoreIsTheSameAfterEveryExport() {
        // given
        String before = rows.checksum();

        // when
        for (String format : List.of("--parquet", "--csv", "--jsonl")) {
            fromStore(format, directory.resolve(format).toString());
        }

        // then
        assertThat(rows.checksum()).isEqualTo(before);
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        // given
        Files.writeString(directory.resolve("mine"), "kept");

        // when
        Verbs export = fromStore("--csv", directory.toString());

        // then
        assertThat(export.code()).isEqualTo(2);
        assertThat(export.err()).contains("is not empty");
        assertThat(content(".")).containsOnlyKeys("mine");
    }

    @Test
    void anEmptyStoreGivesTwo() {
        StoredRows.empty();
        Verbs export = fromStore("--csv", directory.resolve("none").toString());
        assertThat(export.code()).isEqualTo(2);
        assertThat(export.err()).contains("has no events");
    }

    private Verbs fromStore(String... arguments) {
        return Verbs.run(
                new ExportVerb(),
                Stream.concat(Stream.of("--url", rows.url(), "--user", "postgres"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    private Map<String, String> content(String name) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            for (Path file : files.toList()) {
                content.put(
                        file.getFileName().toString(), java.util.HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return content;
    }
}
