package dev.flashsale.analysis.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.Sales;
import dev.flashsale.analysis.audit.ToldSale;
import dev.flashsale.analysis.store.StoredRows;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.AttemptBatch;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What verify takes into account besides events and order rows. Ann has bought one of three pens. */
class MoreEvidenceTest {
    private static final String EVERYTHING = """
        select coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')
        from (select e::text from domain_event_entry e union all select o::text from purchase_order o
            union all select k::text from token_entry k union all select p::text from provider_payment p
            union all select a::text from attempt_batch a) as t(t)
        """;

    private final StoredRows rows = StoredRows.empty();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aSale() {
        ToldSale sale = Sales.pens();
        sale.buy("p-ann", "ann", "pen", "pen", 0);
        rows.store(sale.history().events());
    }

    @Test
    void aClientLogIsReadLineByLine(@TempDir Path directory) throws IOException {
        // given
        Path log = Files.write(
                directory.resolve("clients.jsonl"),
                List.of(
                        purchase("p-ann", "ann", "accepted", ""),
                        purchase("p-bob", "bob", "refused", "sold-out"),
                        "{\"kind\":\"status\",\"purchaseId\":\"p-ann\",\"sentAt\":\"2026-11-21T12:00:02Z\","
                                + "\"answeredAt\":\"2026-11-21T12:00:03Z\",\"status\":\"PAID\"}",
                        "{\"kind\":\"complete\",\"saleId\":\"sale-1\"}"));

        // when
        int code = verify("--client-log", log.toString());

        // then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).contains("1 violations of I-4", "p-bob: told sold out");
    }

    @Test
    void aLineThatIsNotUnderstoodIsNamed(@TempDir Path directory) throws IOException {
        // given
        Path log = Files.write(
                directory.resolve("clients.jsonl"), List.of("p-ann", "{\"kind\":\"status\",\"purchaseId\":\"p\"}"));

        // when
        int code = verify("--client-log", log.toString());

        // then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("clients.jsonl, line 2: no sentAt");
    }

    @Test
    void attemptsThatTheEdgeRefusedAreJudgedAndTheirGapsReported() {
        // given
        long at = Attempt.micros(Instant.parse("2026-11-21T12:00:05Z"));
        byte[] batch =
                AttemptBatch.encode(List.of(new Attempt(at, "sale-1", "cyd", false, "pen", 1, "SOLD_OUT", "p-cyd")));
        rows.execute(
                "insert into attempt_batch (run_id, number, first_at, last_at, attempts, dropped, ends_run, format,"
                        + " payload) values (gen_random_uuid(), 1, now(), now(), 1, 7, true, 1, '\\x"
                        + HexFormat.of().formatHex(batch) + "')");

        // when
        int code = verify();

        // then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString())
                .contains("1 attempts refused before a stock decided are in the log, 7 were dropped")
                .contains("p-cyd: told sold out");
    }

    @Test
    void aProcessorAheadOfTheStoreTellsOfARestoredBackup() {
        // given
        token("Saga_Purchase", 99, "");

        // when, then
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("I-28", "Saga_Purchase segment 0: took an event at 99");
    }

    @Test
    void aStoredEventThatAProcessorGaveUpIsNamed() {
        // given that the newest event is half an hour younger than the one passed over
        rows.execute("update domain_event_entry set time_stamp = '2026-11-21T12:30:00Z' where global_index = 5");
        token("ReadModel_Sales", 5, "3");

        // when, then
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("I-18", "first at 3", "passed over stored events at [3]");
    }

    @Test
    void aPaymentThatTheProviderBookedDifferentlyIsADifference() {
        // given
        rows.execute("insert into provider_payment (payment_id, order_id, amount_minor, currency, told_at)"
                + " values ('pay-p-ann', 'p-ann', 400, 'EUR', now())");

        // when, then
        assertThat(verify()).isEqualTo(1);
        assertThat(out.toString()).contains("I-23", "the provider booked 400 EUR");
    }

    @Test
    void theStoreIsTheSameAfterwards() {
        // given
        token("ReadModel_Sales", 5, "");
        String before = rows.text(EVERYTHING);

        // when
        verify("--json", "--quiescent");

        // then
        assertThat(rows.text(EVERYTHING)).isEqualTo(before).isNotEmpty();
        assertThat(rows.text("select count(*) from domain_event_entry")).isEqualTo("5");
    }

    private void token(String processor, long index, String gaps) {
        rows.execute("insert into token_entry (processor_name, segment, token) values ('" + processor
                + "', 0, convert_to('{\"index\":" + index + ",\"gaps\":[" + gaps + "]}', 'UTF8'))");
    }

    private static String purchase(String purchaseId, String userId, String outcome, String reason) {
        return "{\"kind\":\"purchase\",\"purchaseId\":\"" + purchaseId + "\",\"saleId\":\"sale-1\",\"userId\":\""
                + userId
                + "\",\"offerId\":\"pen\",\"quantity\":1,\"sentAt\":\"2026-11-21T12:00:00Z\","
                + "\"answeredAt\":\"2026-11-21T12:00:01Z\",\"outcome\":\"" + outcome + "\",\"reason\":\"" + reason
                + "\"}";
    }

    private int verify(String... more) {
        return new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("--url", rows.url(), "--user", "postgres"), Stream.of(more))
                        .toArray(String[]::new));
    }
}
