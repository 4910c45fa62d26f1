package dev.flashsale.command.sale;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A sound schedule, to be changed in one place for each test. */
record SaleOnPaper(
        String title,
        String currency,
        Instant opensAt,
        Instant closesAt,
        Duration paymentWindow,
        List<SaleItem> items,
        List<Bundle> bundles,
        Instant at) {
    static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    static final SaleItem PHONE = new SaleItem("phone", "Phone", 199_900, 99_900, 10, 2, 5);
    static final SaleItem CASE = new SaleItem("case", "Case", 2_990, 1_990, 20, 2, 1);
    static final Bundle KIT = new Bundle(
            "kit",
            "Phone and cases",
            102_000,
            1,
            List.of(new BundleComponent("phone", 1), new BundleComponent("case", 2)));

    static SaleOnPaper sound() {
        return new SaleOnPaper(
                "Black Friday",
                "EUR",
                NOW.plusSeconds(3_600),
                NOW.plusSeconds(7_200),
                Duration.ofMinutes(5),
                List.of(PHONE, CASE),
                List.of(KIT),
                NOW);
    }

    ScheduleFlashSale build() {
        return new ScheduleFlashSale(
                "sale-1", title, currency, opensAt, closesAt, paymentWindow, items, bundles, "merchant-1", at);
    }

    static FlashSaleScheduled announced(ScheduleFlashSale sale) {
        return new FlashSaleScheduled(
                sale.saleId(),
                sale.title(),
                sale.currency(),
                sale.opensAt(),
                sale.closesAt(),
                sale.paymentWindow().toMillis(),
                sale.items(),
                sale.bundles(),
                sale.scheduledBy(),
                sale.at());
    }

    SaleOnPaper title(String other) {
        return new SaleOnPaper(other, currency, opensAt, closesAt, paymentWindow, items, bundles, at);
    }

    SaleOnPaper currency(String other) {
        return new SaleOnPaper(title, other, opensAt, closesAt, paymentWindow, items, bundles, at);
    }

    SaleOnPaper window(Instant opens, Instant closes) {
        return new SaleOnPaper(title, currency, opens, closes, paymentWindow, items, bundles, at);
    }

    SaleOnPaper paymentWindow(Duration other) {
        return new SaleOnPaper(title, currency, opensAt, closesAt, other, items, bundles, at);
    }

    SaleOnPaper items(List<SaleItem> others) {
        return new SaleOnPaper(title, currency, opensAt, closesAt, paymentWindow, others, bundles, at);
    }

    SaleOnPaper bundles(List<Bundle> others) {
        return new SaleOnPaper(title, currency, opensAt, closesAt, paymentWindow, items, others, at);
    }

    SaleOnPaper at(Instant other) {
        return new SaleOnPaper(title, currency, opensAt, closesAt, paymentWindow, items, bundles, other);
    }
}
