package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void aSecondDifferentEndIsAContradiction() {
        // given
        ClientLog log = new ClientLog();
        log.accepted("p");
        log.ended("p", "PAID", 1);

        // when
        log.ended("p", "EXPIRED", 1);

        // then
        assertThat(log.contradictions()).containsExactly("purchase p was PAID and then EXPIRED");
    }

    @Test
    void unitsCountAsPaidOnce() {
        // given
        ClientLog log = new ClientLog();

        // when
        log.accepted("p");
        log.ended("p", "PAID", 2);
        log.accepted("p");
        log.ended("p", "PAID", 2);

        // then
        assertThat(log.paidUnits()).isEqualTo(2);
        assertThat(log.contradictions()).isEmpty();
    }

    @Test
    void aPurchaseWithoutAnEndIsAContradiction() {
        // given
        OrderRows rows = new OrderRows(Map.of("p", "AWAITING_PAYMENT"));

        // when, then
        assertThat(rows.contradictions(Map.of("p", "")))
                .containsExactly(
                        "purchase p was accepted, and its shopper never saw an end; the row says AWAITING_PAYMENT");
    }

    @Test
    void rowsThatShowAnotherEndThanTheShopperSawAreAContradiction() {
        // given
        OrderRows rows = new OrderRows(Map.of("p", "EXPIRED", "q", "PAID"));

        // when, then
        assertThat(rows.contradictions(Map.of("p", "PAID", "q", "PAID", "bundle-not-had", "REFUSED")))
                .containsExactly("purchase p was shown as PAID, the row says EXPIRED");
    }

    @Test
    void rowsAreComparedWithTheNumberOfPaidOrders() {
        // given
        OrderRows rows = new OrderRows(Map.of("p", "EXPIRED", "q", "PAID", "r", "AWAITING_PAYMENT"));

        // when, then
        assertThat(rows.contradictions(2))
                .containsExactly("1 order rows are PAID, 2 in the event store", "1 order rows still await payment");
    }

    @Test
    void latenessIsToldInPercentiles() {
        // given
        Lateness lateness = new Lateness(100);
        for (int ms = 1; ms <= 100; ms++) {
            lateness.record(Duration.ofMillis(ms));
        }

        // when, then
        assertThat(lateness.percentile(0.5)).isEqualTo(51);
        assertThat(lateness.percentile(1)).isEqualTo(100);
        assertThat(lateness).hasToString("sent late by 51 ms (median), 100 ms (99 of 100), 100 ms (most)");
    }
}
