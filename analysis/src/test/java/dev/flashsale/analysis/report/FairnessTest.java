package dev.flashsale.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.flashsale.kernel.stock.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairnessTest {
    @Test
    void whoServesTheFirstOnlyReachesTheStrictestValue() {
        // when
        Fairness fairness = Fairness.of(arrivals("YYYYNNNNNN"));

        // then
        assertThat(fairness.rho()).isEqualTo(fairness.strictest()).isLessThan(-0.8);
        assertThat(fairness.servedAfterFirstRefusal()).isZero();
    }

    @Test
    void whoServesTheLastOnlyIsFarAboveZero() {
        // when
        Fairness fairness = Fairness.of(arrivals("NNNNNNYYYY"));

        // then
        assertThat(fairness.rho()).isCloseTo(-fairness.strictest(), within(1e-12));
        assertThat(fairness.servedAfterFirstRefusal()).isEqualTo(4);
    }

    @Test
    void whoServesRegardlessOfOrderIsNearZero() {
        // when
        Fairness fairness = Fairness.of(arrivals("YNNYYNNYYNNYYNNY"));

        // then
        assertThat(fairness.rho()).isCloseTo(0, within(1e-12));
    }

    @Test
    void theCorrelationIsThatOfTheTextbook() {
        // given ranks 1 to 4 against the mean ranks 3.5, 1.5, 3.5, 1.5 of yes, no, yes, no
        Fairness fairness = Fairness.of(arrivals("YNYN"));

        // then
        assertThat(fairness.rho()).isCloseTo(-2 / Math.sqrt(20), within(1e-12));
    }

    @Test
    void nobodyToCompareWithGivesNoCorrelation() {
        assertThat(Fairness.of(arrivals("YYY")).rho()).isZero();
        assertThat(Fairness.of(arrivals("NNN")).rho()).isZero();
        assertThat(Fairness.of(List.of()).rho()).isZero();
    }

    @Test
    void whoCameTooEarlyIsLeftOut() {
        // given
        Attempt early = new Attempt("p", "u", "pen", 1, Instant.EPOCH, Instant.EPOCH);
        early.refusal = Refusal.NOT_OPEN;

        // then
        assertThat(Fairness.of(List.of(early)).attempts()).isZero();
    }

    private static List<Attempt> arrivals(String served) {
        return IntStream.range(0, served.length())
                .mapToObj(i -> {
                    Attempt attempt = new Attempt("p" + i, "u" + i, "pen", 1, Instant.EPOCH, Instant.EPOCH);
                    attempt.reserved = served.charAt(i) == 'Y';
                    attempt.refusal = attempt.reserved ? null : Refusal.SOLD_OUT;
                    return attempt;
                })
                .toList();
    }
}
