package dev.flashsale.query.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.sale.SaleItem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateSignalTest {
    private static final Instant OPENS = Instant.parse("2026-01-01T10:00:00Z");
    private static final Duration LIFETIME = Duration.ofSeconds(1);

    @ParameterizedTest
    @CsvSource({"100, OPENED", "1, OPENED", "100, SCHEDULED"})
    void aSaleThatSellsIsNotSignalled(long remaining, String phase) {
        assertThat(GateSignal.of(sale(phase, remaining), OPENS, LIFETIME)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, OPENED, SOLD_OUT", "5, CLOSED, ENDED", "5, CANCELLED, CANCELLED"})
    void aSaleThatCannotSellIsSignalledForASecond(long remaining, String phase, ShopperStatus status) {
        assertThat(GateSignal.of(sale(phase, remaining), OPENS, LIFETIME)).isEqualTo(new GateSignal(status, 1_000));
    }

    @ParameterizedTest
    @CsvSource({"10000, 1000", "1400, 400"})
    void notOpenIsSaidNoLongerThanUntilASecondBeforeTheOpening(long msBefore, long lifetimeMs) {
        // when
        GateSignal signal = GateSignal.of(sale("SCHEDULED", 5), OPENS.minusMillis(msBefore), LIFETIME);

        // then
        assertThat(signal).isEqualTo(new GateSignal(ShopperStatus.UPCOMING, lifetimeMs));
    }

    @Test
    void inTheLastSecondBeforeTheOpeningEveryoneIsLetThrough() {
        assertThat(GateSignal.of(sale("SCHEDULED", 5), OPENS.minusMillis(1_000), LIFETIME))
                .isNull();
    }

    private static SaleSnapshot sale(String phase, long remaining) {
        SaleItem item = new SaleItem("a", "Lamp", 2, 1, 100, 1, 1);
        return new SaleSnapshot(
                "s",
                "Sale",
                "EUR",
                OPENS,
                OPENS.plusSeconds(60),
                1,
                List.of(new SaleSnapshot.Item(item, 100, remaining)),
                List.of(),
                Admission.OPEN,
                phase);
    }
}
