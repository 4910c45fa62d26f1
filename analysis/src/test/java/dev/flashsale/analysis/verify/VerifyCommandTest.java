package dev.flashsale.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.analysis.audit.Sales;
import dev.flashsale.analysis.audit.ToldSale;
import dev.flashsale.analysis.store.StoredRows;
import dev.flashsale.kernel.stock.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {
    private final StoredRows rows = StoredRows.empty();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSaleOfThreePens() {
        ToldSale sale = Sales.pens();
        for (String user : List.of("ann", "bob", "cyd")) {
            sale.buy("p-" + user, user, "pen", "pen", 0);
        }
        sale.refuse("p-dan", "dan", "pen", 1, "pen", 0, Refusal.SOLD_OUT);
        rows.store(sale.history().events());
        rows.execute("""
            insert into purchase_order (sale_id, order_id, user_id, offer_id, quantity, amount_minor, currency,
                status, placed_at, pay_by, as_of_index)
            select 'sale-1', 'p-' || shopper, shopper, 'pen', 1, 500, 'EUR', 'PAID',
                '2026-11-21T12:00:00Z', '2026-11-21T12:01:00Z', 1
            from unnest(array['ann', 'bob', 'cyd']) as shopper
            """);
    }

    @Test
    void aStoreThatHoldsGivesZeroAndTheVerdictLast() {
        // when
        int code = verify("--quiescent");

        // then
        assertThat(code).isZero();
        assertThat(out.toString().lines().toList().getLast())
                .isEqualTo("HOLDS   sold 3 of 3 · oversold 0 · undersold 0 · paid 3 · expired and resold 0"
                        + " · every purchase has one outcome");
    }

    @Test
    void aTamperedStoreGivesOneAndNamesTheInvariant() {
        // given
        rows.execute("update domain_event_entry set payload = convert_to(replace(convert_from(payload, 'UTF8'),"
                + " '\"amountMinor\":500', '\"amountMinor\":1'), 'UTF8') where payload_type like '%OrderPaid'");

        // when
        int code = verify();

        // then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("BROKEN", "I-8", "I-23", "p-ann");
    }

    @Test
    void theReportIsJsonOnRequest() throws IOException {
        // when
        int code = verify("--json", "--quiescent");

        // then
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(code).isZero();
        assertThat(report.path("holds").asBoolean()).isTrue();
        assertThat(report.fieldNames())
                .toIterable()
                .containsExactly(
                        "verdict",
                        "holds",
                        "quiescent",
                        "events",
                        "lastIndex",
                        "sales",
                        "findings",
                        "soldOutSeenLate",
                        "edge",
                        "unknownTypes",
                        "comparisons",
                        "notLookedAt");
        assertThat(report.at("/findings/0").fieldNames())
                .toIterable()
                .containsExactly("code", "sentence", "checked", "violations", "firstIndex", "samples");
        assertThat(report.at("/sales/0/items/0/sold").asInt()).isEqualTo(3);
        assertThat(report.at("/findings/0/code").asText()).isEqualTo("I-1");
    }

    @Test
    void anAcceptanceThatTheStoreDoesNotKnowIsADifference(@TempDir Path directory) throws IOException {
        // given
        Path log = Files.write(
                directory.resolve("accepted.jsonl"), List.of("{\"purchaseId\":\"p-ann\"}", "p-bob", "", "p-lost"));

        // when
        int code = verify("--client-log", log.toString());

        // then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("I-11", "p-lost").doesNotContain("at 14: p-bob");
    }

    @Test
    void anOrderRowThatDiffersFromTheEventsIsADifference() {
        // given
        rows.execute("update purchase_order set status = 'EXPIRED' where user_id = 'bob'");

        // when
        int code = verify();

        // then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("W-3", "p-bob");
    }

    @Test
    void aDatabaseThatIsNotThereGivesTwo() {
        // when
        int code = run("--url", "jdbc:postgresql://127.0.0.1:1/none");

        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).startsWith("flashsale: ");
    }

    private int verify(String... more) {
        return run(Stream.concat(Stream.of("--url", rows.url(), "--user", "postgres"), Stream.of(more))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        return new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
