package dev.flashsale.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Whether a bench runs through, not how fast anything is. */
class BenchIT {
    @TempDir
    Path directory;

    @Test
    void aShortBenchPrintsRowsWhoseAuditsAreClean() throws Exception {
        // given
        Path json = directory.resolve("bench.json");
        StringWriter printed = new StringWriter();
        CommandLine bench = Bench.commandLine().setOut(new PrintWriter(printed));

        // when
        int exitCode = bench.execute(
                "--quick", "--only", "append,purchases", "--seconds", "1", "--warm-up", "1", "--json", json.toString());

        // then
        assertThat(printed.toString())
                .contains("append in the group commit", "purchases accepted, durable", "bare HTTP of the same server")
                .doesNotContain("VOID");
        assertThat(exitCode).isZero();
        assertThat(Files.readString(json)).contains("purchases accepted, durable");
    }
}
