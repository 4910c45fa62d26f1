package dev.flashsale.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoIT {
    @TempDir
    Path directory;

    @Test
    void aSmallCrowdBuysExactlyTheStock() {
        // given
        StringWriter output = new StringWriter();
        CommandLine flashsale = Flashsale.commandLine().setOut(new PrintWriter(output));

        // when
        String data = directory.resolve("data").toString();
        String clientLog = directory.resolve("clients.jsonl").toString();
        int exitCode = flashsale.execute(
                "demo",
                "--shoppers",
                "200",
                "--stock",
                "50",
                "--seed",
                "1",
                "--exit",
                "--data",
                data,
                "--client-log",
                clientLog);
        int verified = flashsale.execute(
                "verify", "--data", data, "--quiescent", "--projections", "--client-log", clientLog, "--json");

        // then
        assertThat(output.toString())
                .contains("sold 50 of 50 · oversold 0 · undersold 0")
                .contains("every purchase has one outcome");
        assertThat(exitCode).isZero();
        assertThat(output.toString()).contains("\"code\" : \"I-17\"", "\"code\" : \"I-15\"");
        assertThat(verified).as(output.toString()).isZero();
    }

    @Test
    void aRecordedCrowdBuysExactlyTheStockOfACatalogue() {
        // given
        StringWriter output = new StringWriter();
        CommandLine flashsale = Flashsale.commandLine().setOut(new PrintWriter(output));

        // when
        int exitCode = flashsale.execute(
                "demo",
                "--arrivals",
                "src/test/resources/arrivals.csv",
                "--catalog",
                "src/test/resources/catalog.csv",
                "--speed-up",
                "2",
                "--scale",
                "3",
                "--shoppers",
                "150",
                "--payment-window",
                "8",
                "--seed",
                "1",
                "--exit",
                "--data",
                directory.toString());

        // then
        assertThat(output.toString())
                .contains("sold 41 of 41 · oversold 0 · undersold 0")
                .contains("every purchase has one outcome");
        assertThat(exitCode).isZero();
    }
}
