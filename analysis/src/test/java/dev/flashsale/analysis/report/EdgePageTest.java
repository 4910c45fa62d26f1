package dev.flashsale.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.GateReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The page of a sale with an attempts log, and of one without. */
class EdgePageTest {
    private static final long SEED = 20261121;
    private static final List<StoredEvent> EVENTS = RushHour.of(300, 100, SEED);

    @Test
    void theHeadlineCountsWhatTheEdgeRefused() throws Exception {
        // when
        String page = page(refusals(1_000));

        // then
        Files.writeString(Path.of("target/report-edge.html"), page);
        assertThat(page)
                .contains("<dt>attempts</dt><dd>1,300</dd>")
                .contains("1,000 were refused at the edge, before a stock was asked, and 300 were asked of a stock")
                .contains("and the attempts log alone", "those refused at the edge are not ranked")
                .doesNotContain("keeps no attempts log", "those turned away at the edge", "NaN");
    }

    @Test
    void aSourceWithoutALogIsSaid() {
        // given
        Story story = story();

        // then
        assertThat(page(story))
                .contains(
                        "<dt>attempts</dt><dd>300</dd>", "this source keeps no attempts log", "turned away at the edge")
                .doesNotContain("class=\"c-edge\"", "and the attempts log alone");
    }

    @Test
    void anEmptyLogIsNotAMissingOne() {
        assertThat(page(List.of()))
                .contains("0 were refused at the edge", "and the attempts log alone")
                .doesNotContain("keeps no attempts log");
    }

    @Test
    void theSameRefusalsMakeTheSamePageAndOneOtherUserAnother() {
        // given
        List<Attempt> other = new ArrayList<>(refusals(50));
        Attempt last = other.removeLast();
        other.add(new Attempt(last.atEpochMicros(), "sale-1", "eve", false, "pen", 1, "SOLD_OUT", last.purchaseId()));

        // then
        assertThat(page(refusals(50))).isEqualTo(page(refusals(50))).isNotEqualTo(page(other));
    }

    @Test
    void whoWasTurnedAwayAtTheGateIsToldApart() {
        // given
        List<Attempt> gate = List.of(GateReason.values()).stream()
                .map(reason -> new Attempt(1, "sale-1", "u-" + reason, true, "pen", 1, reason.name(), "p-" + reason))
                .toList();

        // when
        String page = page(gate);

        // then
        assertThat(page).contains("Turned away at the gate, as the sale demanded");
        for (GateReason reason : GateReason.values()) {
            assertThat(page).contains(Text.words(reason.name()) + ": ");
        }
        assertThat(page(refusals(10))).doesNotContain("Turned away at the gate");
    }

    @Test
    void refusalsOfASaleThatIsNotThereAreNamedButNotCounted() {
        // given
        List<Attempt> one = List.of(new Attempt(1, "sale-<9>", null, false, null, 0, "UNKNOWN_OFFER", null));

        // then
        assertThat(page(one))
                .contains("of them for sales without an event</th><td>1</td>", "<dt>attempts</dt><dd>300</dd>")
                .doesNotContain("sale-<9>");
    }

    private static List<Attempt> refusals(int count) {
        Random random = new Random(SEED);
        long opens = Attempt.micros(RushHour.OPENS);
        return LongStream.range(0, count)
                .mapToObj(i -> new Attempt(
                        opens + random.nextInt(2_000_000),
                        "sale-1",
                        "late-" + i,
                        false,
                        "pen",
                        1,
                        i % 5 == 0 ? Attempt.OVERLOADED : "SOLD_OUT",
                        "p-late-" + i))
                .toList();
    }

    private static Story story() {
        Story story = new Story(false);
        EVENTS.forEach(story::accept);
        return story;
    }

    private static String page(List<Attempt> refusals) {
        Story story = story();
        refusals.forEach(story::refusedAtTheEdge);
        story.edge(new EdgeRefusals(refusals.size(), 0, 0));
        return page(story);
    }

    private static String page(Story story) {
        return Page.of(story, List.copyOf(story.sales().values()), "report --html FILE")
                .html();
    }
}
