package dev.flashsale.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.analysis.audit.EdgeRefusals;
import dev.flashsale.analysis.audit.PurchaseCounts;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One pen: Ann gets it after 5 ms, then the edge refuses. */
class EdgeTest {
    private static final List<OfferComponent> ONE_PEN = List.of(new OfferComponent("pen", 1, 1));
    private final SaleStory sale = new SaleStory("sale-1");

    EdgeTest() {
        Instant opens = RushHour.OPENS;
        Offer offer = new Offer("pen", 500, 1, ONE_PEN);
        sale.on(
                new StockAllocated(
                        "sale-1:pen:0",
                        "sale-1",
                        "pen",
                        0,
                        1,
                        "EUR",
                        opens,
                        opens.plusSeconds(60),
                        15_000,
                        List.of(offer),
                        opens),
                opens);
        sale.on(
                new StockReserved(
                        "sale-1:pen:0",
                        "sale-1",
                        "pen",
                        0,
                        "p-ann",
                        "ann",
                        "pen",
                        1,
                        1,
                        500,
                        "EUR",
                        ONE_PEN,
                        opens.plusSeconds(15),
                        0,
                        opens.plusMillis(5)),
                opens.plusMillis(6));
    }

    @Test
    void arrivalsAreDecidedAttemptsAndRefusalsOfTheEdgeByTheirInstants() {
        // given one refusal beside Ann, two in the next ten milliseconds, the log not in their order
        refuse(12_000, "SOLD_OUT");
        refuse(19_999, "SOLD_OUT");
        refuse(9_999, "OVERLOADED");

        // when
        Rush rush = Rush.between(sale, 0, 30_000, Rush.TEN_MS);

        // then
        assertThat(rush.attempts).containsExactly(2, 2, 0);
        assertThat(rush.atTheEdge).containsExactly(1, 2, 0);
        assertThat(rush.decided()).containsExactly(1, 0, 0);
        assertThat(rush.served).containsExactly(1, 0, 0);
    }

    @Test
    void theWholeSaleReachesFromTheFirstToTheLastRefusal() {
        // given one before the opening
        refuse(-40_000, "NOT_OPEN");
        refuse(80_000, "SOLD_OUT");

        // when
        Rush whole = Rush.whole(sale);

        // then
        assertThat(whole.from).isEqualTo(-40_000);
        assertThat(whole.to()).isGreaterThan(80_000);
        assertThat(whole.attempts).containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void refusalsAtTheEdgeHaveTheirOwnReasonsAndTheCountOfDroppedOnes() {
        // given
        refuse(12_000, "SOLD_OUT");
        refuse(13_000, "SOLD_OUT");
        refuse(14_000, "SOLD_OUT");
        refuse(15_000, "OVERLOADED");
        sale.edge.loggedIn(new EdgeRefusals(4, 1_234, 1));

        // when
        String html = OutcomeSection.of(sale, new PurchaseCounts(0, 0, 0, 0, 1, Map.of()));

        // then
        assertThat(html)
                .contains("Refused at the edge, before a stock was asked, by reason")
                .containsSubsequence("sold out", "75.0 % of refused at the edge", "overloaded", "25.0 %")
                .contains("could not keep 1,234 refusals", "1 run of a node has no end")
                .containsSubsequence("tried", ">5<", "asked of a stock", "20.0 % of tried");
    }

    @Test
    void theTableBehindTheChartShowsTheEdge() {
        // given
        refuse(12_000, "SOLD_OUT");
        refuse(13_000, "SOLD_OUT");
        sale.edge.loggedIn(new EdgeRefusals(2, 0, 0));

        // when
        String html = RushSection.of(sale);

        // then
        assertThat(html)
                .contains("class=\"c-edge\"", "refused by a stock", "<th scope=\"col\">refused at the edge</th>")
                .contains("<th scope=\"row\">10.0 ms</th><td>2</td><td>2</td><td>0</td>");
    }

    @Test
    void aSaleThatOnlyTheEdgeRefusedHasARush() {
        // given
        SaleStory other = new SaleStory("sale-2");
        other.edge.add(1_000, "CANCELLED");

        // then
        assertThat(RushSection.of(other)).contains("<svg").doesNotContain("Nobody tried", "NaN");
    }

    private void refuse(long microsAfterOpening, String reason) {
        sale.edge.add(Attempt.micros(RushHour.OPENS) + microsAfterOpening, reason);
    }
}
