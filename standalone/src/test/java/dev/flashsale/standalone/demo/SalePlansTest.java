package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.standalone.input.Product;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalePlansTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 11, 500, 100_000})
    void aMadeUpSaleHasAsManyUnitsAsAskedFor(int units) {
        // when
        SalePlan plan = SalePlans.madeUp(units);

        // then
        assertThat(plan.totalUnits()).isEqualTo(units);
        assertThat(plan.items()).allMatch(item -> item.units() > 0 && item.buckets() > 0);
    }

    @Test
    void aBundleTakesUnitsOfBothItems() {
        // when
        SalePlan plan = SalePlans.madeUp(500);

        // then
        assertThat(plan.unitsOf(SalePlans.BUNDLE))
                .containsEntry(SalePlans.MAIN, 1)
                .containsEntry(SalePlans.SECOND, 1);
        assertThat(plan.totalUnitsOf(SalePlans.BUNDLE)).isEqualTo(2);
        assertThat(plan.totalUnitsOf(SalePlans.MAIN)).isEqualTo(1);
    }

    @Test
    void aCatalogueIsSoldAtHalfThePriceWithOneDaysDemandOfEach() {
        // when
        SalePlan plan = SalePlans.ofCatalogue(List.of(
                new Product("a", "Lamp", 1_001, "EUR", 0.2),
                new Product("b", "Mug", 300, "EUR", 120.5),
                new Product("c", "Pan", 900, "EUR", 7)));

        // then
        assertThat(plan.items()).extracting(SaleItem::units).containsExactly(1, 121, 7);
        assertThat(plan.items()).extracting(SaleItem::salePriceMinor).containsExactly(500L, 150L, 450L);
        assertThat(plan.items()).extracting(SaleItem::buckets).containsExactly(1, 2, 1);
        assertThat(plan.bundles().getFirst().components()).extracting("itemId").containsExactly("b", "c");
    }

    @Test
    void aCatalogueOfOneProductHasNoBundle() {
        // when
        SalePlan plan = SalePlans.ofCatalogue(List.of(new Product("a", "Lamp", 1_000, "EUR", 3)));

        // then
        assertThat(plan.bundles()).isEmpty();
    }
}
