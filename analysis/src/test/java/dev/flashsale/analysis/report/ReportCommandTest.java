package dev.flashsale.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.store.StoreOptions;
import dev.flashsale.analysis.store.StoredRows;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
