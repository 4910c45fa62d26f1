package dev.flashsale.process.sale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocationTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"10,1", "10,3", "2,5", "1000000,64", "1,1"})
    void everyUnitGoesToExactlyOneBucketAndSharesDifferByOneAtMost(int units, int buckets) {
        // when
        int[] shares = Allocation.shares(units, buckets);
        // then
        assertThat(shares).hasSize(buckets);
        assertThat(Arrays.stream(shares).sum()).isEqualTo(units);
        assertThat(Arrays.stream(shares).max().orElseThrow()
                        - Arrays.stream(shares).min().orElseThrow())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void aBucketKnowsTheItemAndTheBundlesThatTakeUnitsOfIt() {
        // given
        FlashSaleScheduled sale = new FlashSaleScheduled(
                "sale",
                "Friday",
                "EUR",
                NOW,
                NOW.plusSeconds(60),
                5_000,
                List.of(
                        new SaleItem("phone", "Phone", 99_900, 49_900, 5, 1, 2),
                        new SaleItem("case", "Case", 1_990, 990, 4, 2, 1)),
                List.of(new Bundle(
                        "set",
                        "Set",
                        50_000,
                        1,
                        List.of(new BundleComponent("phone", 1), new BundleComponent("case", 2)))),
                "merchant",
                NOW);
        // when
        List<AllocateStock> allocations = Allocation.of(sale);
        // then
        assertThat(allocations)
                .extracting(a -> a.stockId() + "=" + a.units())
                .containsExactly("sale:phone:0=3", "sale:phone:1=2", "sale:case:0=4");
        assertThat(allocations.getFirst().offers()).extracting(Offer::offerId).containsExactly("phone", "set");
        assertThat(allocations.getLast().offers())
                .extracting(offer -> offer.unitsOf("case"))
                .containsExactly(1, 2);
    }
}
