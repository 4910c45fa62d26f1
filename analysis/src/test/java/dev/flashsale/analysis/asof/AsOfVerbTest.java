package dev.flashsale.analysis.asof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.analysis.audit.PenSale;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.analysis.store.ExportedSale;
import dev.flashsale.analysis.store.Verbs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In this sale the first event is of 11:59:50; #4 and #5 are of 12:00:00.005, as are #6 and #7; #8 is of .050. */
class AsOfVerbTest {
    @TempDir
    Path directory;

    @BeforeEach
    void aSaleOfThreePens() throws IOException {
        ExportedSale.write(directory, PenSale.told().history().events());
    }

    @ParameterizedTest
    @CsvSource({
        "open+5ms, 7, 2, 0",
        "open+49ms, 7, 2, 0",
        "2026-11-21T12:00:00.005Z, 7, 2, 0",
        "2026-11-21T13:00:00.049+01:00, 7, 2, 0",
        "4, 4, 1, 3",
        "open+1m, 16, 1, 0",
        "open+60005ms, 18, 0, 0"
    })
    void aMomentIsAnEventAndThoseOfTheSameInstantAreIncluded(
            String moment, long index, long reserved, long sameInstantAfter) throws IOException {
        // when
        JsonNode answer = json("--json", moment);

        // then
        assertThat(answer.at("/asOf/index").asLong()).isEqualTo(index);
        assertThat(answer.at("/asOf/sameInstantAfter").asLong()).isEqualTo(sameInstantAfter);
        assertThat(answer.at("/sales/0/items/0/reserved").asLong()).isEqualTo(reserved);
    }

    @Test
    void stockOrdersAndRefusalsAreThoseOfThen() throws IOException {
        // when
        Verbs then = asOf("open+75ms");

        // then
        assertThat(then.code()).isZero();
        assertThat(then.out().lines())
                .contains(
                        "As of     event 10, stored at 2026-11-21T12:00:00.070Z; no later event shares this instant",
                        "Sale sale-1 Autumn sale: OPEN",
                        "  pen        3          0           0         3     0",
                        "  Reservations OPEN 3",
                        "  Orders       AWAITING_PAYMENT 3",
                        "  Refusals     SOLD_OUT 1",
                        "  At the edge  this source has no log of attempts",
                        "  Paid         0 minor units of EUR");
    }

    @Test
    void whatChangedIsToldWithItsEvents() {
        // when
        Verbs change = asOf("open+75ms", "--diff", "open+3s", "--limit", "1");

        // then
        assertThat(change.out().lines())
                .contains(
                        "  pen sold                      0      2       2",
                        "  refused SOLD_OUT              1      3       2",
                        "Events between, of all sales: 6",
                        "  ... and 5 more; list them with --limit");
    }

    @Test
    void anEventBehindTheCutIsNotCountedAlthoughItsOwnTimeIsEarlier() throws IOException {
        // given: the clock goes back 100 ms at event 9
        List<StoredEvent> events = new ArrayList<>(PenSale.told().history().events());
        StoredEvent e = events.get(7);
        events.set(
                7,
                new StoredEvent(
                        e.globalIndex(),
                        e.aggregateId(),
                        e.sequenceNumber(),
                        e.eventId(),
                        e.timestamp().plusSeconds(1),
                        e.payload()));
        ExportedSale.write(directory, events);

        // when
        JsonNode before = json("--json", "open+49ms");
        JsonNode after = json("--json", "open+50ms");

        // then: event 9 of .050 takes event 8, of a second later, along
        assertThat(before.at("/asOf/index").asLong()).isEqualTo(7);
        assertThat(after.at("/asOf/index").asLong()).isEqualTo(9);
        assertThat(after.at("/asOf/laterTimesBefore").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T12:00:00", "noon", "open+5", "-1"})
    void aMomentWithoutZoneOrUnitGivesTwo(String moment) {
        Verbs answer = asOf("--", moment);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("is no moment", "with zone");
    }

    @ParameterizedTest
    @CsvSource({
        "99, no event has index 99; there are 1 to 25",
        "2020-01-01T00:00:00Z, nothing had happened by 2020-01-01T00:00:00Z"
    })
    void aMomentOutsideTheStoreGivesTwo(String moment, String message) {
        Verbs answer = asOf(moment);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains(message);
    }

    @Test
    void anUnknownSaleGivesTwoAndNamesThoseThereAre() {
        Verbs answer = asOf("open", "--sale", "sale-9");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("no sale sale-9; there are: sale-1 (Autumn sale)");
    }

    private JsonNode json(String... arguments) throws IOException {
        return new ObjectMapper().readTree(asOf(arguments).out());
    }

    private Verbs asOf(String... arguments) {
        return Verbs.run(
                new AsOfVerb(),
                Stream.concat(Stream.of("--file", directory.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
