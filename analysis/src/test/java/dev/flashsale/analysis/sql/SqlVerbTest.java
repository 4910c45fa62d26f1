package dev.flashsale.analysis.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.PenSale;
import dev.flashsale.analysis.store.ExportedSale;
import dev.flashsale.analysis.store.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlVerbTest {
    @TempDir
    static Path directory;

    @BeforeAll
    static void aSaleOfThreePens() throws IOException {
        ExportedSale.write(directory, PenSale.told().history().events());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select count(*) from events | 25",
                "select concat(correlation_id, trace_id) from events where global_index = 7 | c-7t-1",
                "select payload->>'$.userId' from events where type = 'StockReserved' order by global_index limit 1 | ann",
                "select sum(units) from stock_reserved | 4",
                "select epoch_us(min(pay_by)) from stock_reserved | 1795262460005000",
                "select json_array_length(lines) from order_placed limit 1 | 1",
                "select min(item_available_units) from stock_timeline | 0",
                "select item_sold_units from stock_timeline order by global_index desc limit 1 | 3",
                "select string_agg(outcome, ' ' order by decided_index) from purchases"
                        + " | PAID EXPIRED PAID REFUSED REFUSED REFUSED PAID",
                "select string_agg(status, ' ' order by placed_at, order_id) from orders | PAID EXPIRED PAID PAID",
                "select count(*) from attempts where accepted | 4",
                "select count(*) from sagas where compensated | 1",
                "select status from sales | ENDED",
                "select units from items | 3",
                "select count(*) from order_rows | 0"
            })
    void tablesHoldWhatTheEventsSay(String query, String expected) {
        // when
        Verbs answer = ask("--csv", query);

        // then
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out().lines().skip(1).toList()).containsExactly(expected);
    }

    @Test
    void fairnessShowsWhoGotUnitsByArrival() {
        assertThat(rows("fairness")).hasSize(7).first().isEqualTo("Autumn sale,1,1,1,1,100.0,5.0,5.0");
    }

    @Test
    void theFirstHundredMillisecondsAreCountedInTens() {
        assertThat(rows("first_100_ms"))
                .containsExactly(
                        "Autumn sale,0,2,2,2,0",
                        "Autumn sale,50,1,1,1,0",
                        "Autumn sale,70,1,1,0,1",
                        "Autumn sale,90,1,1,0,1");
    }

    @Test
    void whoAsksFasterThanHandsCanIsASuspect() {
        assertThat(rows("bot_suspects")).containsExactly("sale-1,dan,3,0,0,20.0,20.0,asks every 20.0 ms");
    }

    @Test
    void expiryIsCountedForEachItem() {
        assertThat(rows("reservation_expiry")).containsExactly("sale-1,pen,4,1,25.0,1,0.0,0.0");
    }

    @Test
    void thePaymentDelayIsThatOfThosePaid() {
        assertThat(rows("payment_delay")).containsExactly("sale-1,3,1955.0,1991.0,1999.1,2000.0,58000.0");
    }

    @Test
    void moneyThatWasNotAppliedIsComparedWithRefunds() {
        assertThat(rows("refunds_vs_payments")).containsExactly("sale-1,EUR,2000,1500,500,500,0");
    }

    @Test
    void everyFileOfTheFolderIsANamedQuestionWithASentence() throws IOException {
        // when
        Verbs list = Verbs.run(new SqlVerb(), "--list");

        // then
        try (Stream<Path> files = Files.list(Path.of("../queries"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".sql", "")))
                    .containsExactlyInAnyOrderElementsOf(NamedQueries.NAMES);
        }
        assertThat(NamedQueries.NAMES).allSatisfy(name -> {
            assertThat(NamedQueries.question(name)).matches(".*[.?]").hasSizeGreaterThan(20);
            assertThat(list.out()).contains(name);
        });
    }

    @Test
    void theTablesAreNamedWithoutAStore() {
        assertThat(Verbs.run(new SqlVerb(), "--tables").out())
                .contains("stock_reserved: one StockReserved event", "payment_window_ms");
    }

    @Test
    void answersAreATableOrJsonToo() {
        assertThat(ask("select 1 as one, 'a,\"b' as text, null as nothing").out())
                .isEqualTo("one  text  nothing\n  1  a,\"b\n(1 rows)\n");
        assertThat(ask("--csv", "select 'a,\"b' as text").out()).isEqualTo("text\n\"a,\"\"b\"\n");
        assertThat(ask("--json", "select timestamp '2026-11-21 12:00:00.123456' as time")
                        .out())
                .contains("\"time\" : \"2026-11-21T12:00:00.123456Z\"");
    }

    @Test
    void aWrongQueryGivesTwoAndSaysWhy() {
        assertThat(ask("select nothing from nowhere").code()).isEqualTo(2);
        assertThat(ask("select nothing from nowhere").err()).contains("nowhere does not exist");
        assertThat(ask("--query", "unheard").err()).contains("no question is called unheard", "fairness");
    }

    private static List<String> rows(String name) {
        Verbs answer = ask("--csv", "--query", name);
        assertThat(answer.err()).isEmpty();
        return answer.out().lines().skip(1).toList();
    }

    private static Verbs ask(String... arguments) {
        return Verbs.run(
                new SqlVerb(),
                Stream.concat(Stream.of("--file", directory.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
