package dev.flashsale.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.store.StoreOptions;
import dev.flashsale.analysis.store.StoredRows;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.AttemptBatch;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ReportCommandTest {
    private final StoredRows rows = StoredRows.empty();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @BeforeEach
    void aSale() {
        rows.store(RushHour.of(400, 10, 20261121));
    }

    @Test
    void aCleanSaleIsReportedWithCodeZero() {
        // when
        int code = run("--html", file("page.html").toString());

        // then
        assertThat(code).as(err.toString()).isEqualTo(StoreOptions.CLEAN);
        assertThat(out.toString()).contains("sold 10 of 10", "page.html");
        assertThat(file("page.html")).content().contains("Sold 10 of 10 units.");
    }

    @Test
    void twoRunsWriteTheSameBytes() throws Exception {
        // when
        run("--html", file("one.html").toString());
        run("--html", file("other.html").toString());

        // then
        assertThat(Files.readAllBytes(file("one.html"))).isEqualTo(Files.readAllBytes(file("other.html")));
    }

    @Test
    void theAttemptsLogOfTheStoreIsInThePageTheSameWayEachTime() throws Exception {
        // given two rows of two nodes that overlap in time
        refused("12:00:05", "late-1", "late-2");
        refused("12:00:04", "late-3");

        // when
        run("--html", file("one.html").toString());
        run("--html", file("other.html").toString());

        // then
        assertThat(file("one.html"))
                .content()
                .contains("<dt>attempts</dt><dd>403</dd>", "could not keep 14 refusals")
                .isEqualTo(Files.readString(file("other.html")));
    }

    @Test
    void aBrokenRuleGivesCodeOneAndAPage() {
        // given
        rows.execute("delete from domain_event_entry where global_index = 3");

        // when
        int code = run("--html", file("page.html").toString());

        // then
        assertThat(code).isEqualTo(StoreOptions.DIFFERENCES);
        assertThat(file("page.html")).content().contains("✗ broken");
    }

    @Test
    void anUnknownSaleIsSaidTogetherWithThoseThatThereAre() {
        // when
        int code = run("--html", file("page.html").toString(), "--sale", "sale-9");

        // then
        assertThat(code).isEqualTo(StoreOptions.COULD_NOT_RUN);
        assertThat(err.toString()).contains("there is no sale sale-9; there are sale-1");
        assertThat(file("page.html")).doesNotExist();
    }

    private void refused(String time, String... users) {
        Instant at = Instant.parse("2026-11-21T" + time + "Z");
        byte[] batch = AttemptBatch.encode(Stream.of(users)
                .map(user -> new Attempt(Attempt.micros(at), "sale-1", user, false, "pen", 1, "SOLD_OUT", "p-" + user))
                .toList());
        rows.execute(
                "insert into attempt_batch (run_id, number, first_at, last_at, attempts, dropped, ends_run, format,"
                        + " payload) values (gen_random_uuid(), 1, '" + at + "', '" + at + "', " + users.length
                        + ", 7, true, 1, '\\x"
                        + HexFormat.of().formatHex(batch) + "')");
    }

    private Path file(String name) {
        return directory.resolve(name);
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--url", rows.url(), "--user", "postgres"));
        all.addAll(List.of(arguments));
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
