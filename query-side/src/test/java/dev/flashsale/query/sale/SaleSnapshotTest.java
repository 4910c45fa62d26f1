package dev.flashsale.query.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.SaleItem;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleSnapshotTest {
    private static final Instant OPENS = Instant.parse("2026-01-01T10:00:00Z");
    private static final Instant CLOSES = Instant.parse("2026-01-01T11:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "100, 100, OPEN",
        "11, 100, OPEN",
        "10, 100, LOW_STOCK",
        "1, 5, LOW_STOCK",
        "2, 5, OPEN",
        "0, 5, SOLD_OUT"
    })
    void anOpenItemIsScarceWhenATenthIsLeft(long remaining, long total, ShopperStatus expected) {
        // given
        SaleSnapshot sale = sale("OPENED", remaining, total);

        // then
        assertThat(sale.status(sale.items().getFirst(), OPENS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, 2026-01-01T09:59:59.999Z, UPCOMING",
        "SCHEDULED, 2026-01-01T10:00:00Z, OPEN",
        "OPENED, 2026-01-01T10:59:59.999Z, OPEN",
        "OPENED, 2026-01-01T11:00:00Z, ENDED",
        "CLOSED, 2026-01-01T10:30:00Z, ENDED",
        "CANCELLED, 2026-01-01T09:00:00Z, CANCELLED"
    })
    void theWindowDecidesUnlessTheMerchantDid(String phase, Instant now, ShopperStatus expected) {
        // given
        SaleSnapshot sale = sale(phase, 50, 100);

        // then
        assertThat(sale.status(now)).isEqualTo(expected);
    }

    @Test
    void aBundleIsSoldOutWithItsScarcestComponent() {
        // given
        SaleSnapshot sale = sale("OPENED", 1, 100);
        Bundle pair = new Bundle("pair", "Two", 1, 1, List.of(new BundleComponent("a", 2)));

        // then
        assertThat(sale.status(pair, OPENS)).isEqualTo(ShopperStatus.SOLD_OUT);
    }

    private static SaleSnapshot sale(String phase, long remaining, long total) {
        SaleItem item = new SaleItem("a", "Lamp", 2, 1, (int) total, 1, 1);
        return new SaleSnapshot(
                "s",
                "Sale",
                "EUR",
                OPENS,
                CLOSES,
                1,
                List.of(new SaleSnapshot.Item(item, total, remaining)),
                List.of(),
                Admission.OPEN,
                phase);
    }
}
