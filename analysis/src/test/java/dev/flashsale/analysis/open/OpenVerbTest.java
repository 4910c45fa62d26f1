package dev.flashsale.analysis.open;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.analysis.audit.PenSale;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.ExportedSale;
import dev.flashsale.analysis.store.StoredRows;
import dev.flashsale.analysis.store.Verbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenVerbTest {
    @TempDir
    Path directory;

    @Test
    void rangeTypesAndSalesAreNamed() throws IOException {
        // given
        ExportedSale.write(directory, PenSale.told().history().events());

        // when
        Verbs open = Verbs.run(new OpenVerb(), "--file", directory.toString());

        // then
        assertThat(open.code()).isZero();
        assertThat(open.out())
                .contains("25, index 1 to 25; 0 indexes unused")
                .contains("2026-11-21T11:59:50Z to 2026-11-21T12:01:00.255Z (70.255 s)")
                .contains("times never go back")
                .contains("sale-1  Autumn sale      3  ENDED   2026-11-21T12:00:00Z")
                .contains("  StockReserved         1              4");
    }

    @Test
    void timesThatGoBackAreCounted() throws IOException {
        // given
        List<StoredEvent> events = new ArrayList<>(PenSale.told().history().events());
        StoredEvent e = events.get(9);
        events.set(
                9,
                new StoredEvent(
                        e.globalIndex(),
                        e.aggregateId(),
                        e.sequenceNumber(),
                        e.eventId(),
                        e.timestamp().minusMillis(120),
                        e.payload()));
        ExportedSale.write(directory, events);

        // when
        Verbs open = Verbs.run(new OpenVerb(), "--file", directory.toString(), "--json");

        // then
        JsonNode clock = new ObjectMapper().readTree(open.out()).path("clock");
        assertThat(clock.path("timesBack").asInt()).isEqualTo(1);
        assertThat(clock.path("greatestMs").asDouble()).isPositive();
        assertThat(clock.path("atIndex").asInt()).isEqualTo(10);
    }

    @Test
    void anEventOfOursThatDoesNotLoadGivesOne() throws IOException {
        // given
        Path file =
                ExportedSale.write(directory, PenSale.told().history().events()).resolve("events.jsonl");
        Files.writeString(file, Files.readString(file).replace("order.OrderPaid\"", "order.OrderPaidTwice\""));

        // when
        Verbs open = Verbs.run(new OpenVerb(), "--file", file.toString());

        // then
        assertThat(open.code()).isEqualTo(1);
        assertThat(open.out()).contains("Not loaded    3 · 3 × OrderPaidTwice");
    }

    @Test
    void anEmptyStoreIsSaidToBeEmptyAndLeftAsItIs() {
        // given
        StoredRows rows = StoredRows.empty();
        String before = rows.checksum();

        // when
        Verbs open = Verbs.run(new OpenVerb(), "--url", rows.url(), "--user", "postgres");

        // then
        assertThat(open.code()).isZero();
        assertThat(open.out()).contains("none: the store is empty");
        assertThat(rows.checksum()).isEqualTo(before);
    }
}
