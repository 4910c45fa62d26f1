package dev.flashsale.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flashsale.analysis.store.EventLine;
import dev.flashsale.analysis.store.RawEvent;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.platform.axon.Serialization;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verb on an exported file. */
class WhatIfTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final PaperSale sale = new PaperSale(2, 1, 0, 1);

    @TempDir
    Path directory;

    @BeforeEach
    void threeWantTwoPens() {
        for (int i = 1; i <= 3; i++) {
            if (sale.buy("p" + i, "u" + i, PaperSale.PEN)) {
                sale.pay("p" + i);
            }
        }
    }

    @Test
    void asRecordedNothingDiffers() throws IOException {
        assertThat(whatIf()).isZero();
        assertThat(out.toString()).contains("3 attempts decided again", "0 differ");
    }

    @Test
    void anotherStockDiffers() throws IOException {
        assertThat(whatIf("--stock", "3")).isOne();
        assertThat(out.toString())
                .contains(
                        "SOLD_OUT, what if: RESERVED",
                        "gain: 1 purchases, 1 users: p3",
                        "assumed:",
                        "cannot be known:");
    }

    @Test
    void programsReadEveryId() throws IOException {
        // when
        whatIf("--stock", "1", "--json");

        // then
        JsonNode answer = JsonMapper.builder().build().readTree(out.toString());
        assertThat(answer.at("/lose/purchases/0/purchaseId").asText()).isEqualTo("p2");
        assertThat(answer.at("/whatIf/revenueMinor").asLong()).isEqualTo(500);
        assertThat(answer.at("/first/at").asText()).isEqualTo("2026-11-21T12:00:00Z");
    }

    @Test
    void aRecordThatTheRulesWouldNotHaveWrittenIsNotSpokenAbout() throws IOException {
        // given
        sale.events.removeIf(StockReserved.class::isInstance);

        // when
        int exitCode = whatIf("--stock", "3", "--json");

        // then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("does not give what was recorded", "First at event 3 ");
        assertThat(out.toString()).contains("notAsRecorded").doesNotContain("\"gain\"");
    }

    @Test
    void nonsenseIsNotTried() throws IOException {
        assertThat(whatIf("--buckets", "0")).isEqualTo(2);
        assertThat(whatIf("--rate", "0")).isEqualTo(2);
        assertThat(whatIf("--offer", "car")).isEqualTo(2);
        assertThat(whatIf("--sale", "other")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--buckets is at least 1", "--rate is more than 0", "no offer car", "there is no sale other");
    }

    @Test
    void theRecordIsOnlyRead() throws IOException {
        // given
        byte[] before = export();

        // when
        whatIf("--stock", "3");

        // then
        assertThat(file()).hasBinaryContent(before);
    }

    private int whatIf(String... arguments) throws IOException {
        byte[] unused = export();
        CommandLine verb = new CommandLine(new WhatIf())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "--file";
        all[1] = file().toString();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return verb.execute(all);
    }

    private Path file() {
        return directory.resolve("events.jsonl");
    }

    private byte[] export() throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (int i = 0; i < sale.events.size(); i++) {
            StockEvent event = sale.events.get(i);
            lines.writeBytes(EventLine.write(new RawEvent(
                    i + 1L,
                    event.at(),
                    event.getClass().getName(),
                    "1",
                    "Stock",
                    event.stockId(),
                    i,
                    "e-" + i,
                    Serialization.storedJson().writeValueAsBytes(event),
                    "{}".getBytes(StandardCharsets.UTF_8))));
            lines.write('\n');
        }
        Files.write(file(), lines.toByteArray());
        return lines.toByteArray();
    }
}
