package dev.flashsale.command.sale;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.SaleItem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sale as a merchant sends it. Prices are in minor units of the currency; what is left out gets its default here.
 *
 * @param paymentWindowSeconds how long a shopper may take to pay
 * @param admission who may try to buy; everybody unless given
 */
record SalePlan(
        @NotBlank @Size(max = 200) String title,
        @NotBlank @Size(min = 3, max = 3) String currency,
        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        long paymentWindowSeconds,

        @NotNull @Size(min = 1, max = ScheduleRules.MAX_ITEMS)
        List<@Valid @NotNull Item> items,

        @Size(max = ScheduleRules.MAX_BUNDLES) @Nullable List<@Valid @NotNull BundlePlan> bundles,

        @Valid @Nullable AdmissionPlan admission) {

    @Override
    public List<BundlePlan> bundles() {
        return Objects.requireNonNullElse(bundles, List.of());
    }

    /** An item of the plan; limit and buckets are 1 unless given. */
    record Item(
            @NotBlank String itemId,
            @NotBlank @Size(max = 200) String title,
            long listPriceMinor,
            long salePriceMinor,
            int units,
            @Nullable Integer limitPerUser,
            @Nullable Integer buckets) {
        SaleItem toKernel() {
            return new SaleItem(
                    itemId, title, listPriceMinor, salePriceMinor, units, orOne(limitPerUser), orOne(buckets));
        }
    }

    /** A bundle of the plan; the limit is 1 unless given. */
    record BundlePlan(
            @NotBlank String bundleId,
            @NotBlank @Size(max = 200) String title,
            long priceMinor,
            @Nullable Integer limitPerUser,
            @NotNull List<@Valid @NotNull Part> components) {
        Bundle toKernel() {
            return new Bundle(
                    bundleId,
                    title,
                    priceMinor,
                    orOne(limitPerUser),
                    components.stream().map(Part::toKernel).toList());
        }
    }

    /** An item of a bundle. */
    record Part(@NotBlank String itemId, int units) {
        BundleComponent toKernel() {
            return new BundleComponent(itemId, units);
        }
    }

    private static int orOne(@Nullable Integer given) {
        return Objects.requireNonNullElse(given, 1);
    }
}
