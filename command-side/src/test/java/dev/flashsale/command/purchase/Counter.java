package dev.flashsale.command.purchase;

import dev.flashsale.command.admission.Visit.Wanted;
import dev.flashsale.command.admission.queue.Line;
import dev.flashsale.command.purchase.OfferedSale.Lead;
import dev.flashsale.command.purchase.PurchaseDesk.Ask;
import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/** The lines of a shop, whose shoppers want phones, at most two each, or pairs of phones, one each. */
final class Counter {
    final ItemLines lines;
    final Intake intake;
    private final OfferedSale sale;

    /** The sale's schedule is stored once, however many counters a shop has. */
    static void announce(Shop shop, int units, int buckets) {
        shop.events()
                .publish(new GenericDomainEventMessage<>(
                        "FlashSale",
                        "sale-1",
                        0,
                        new FlashSaleScheduled(
                                "sale-1",
                                "Phones",
                                "EUR",
                                Shop.NOW.minusSeconds(1_800),
                                Shop.NOW.plusSeconds(1_800),
                                60_000,
                                List.of(new SaleItem("phone", "Phone", 100_000, 99_900, units, 2, buckets)),
                                List.of(new Bundle(
                                        "pair", "Two phones", 180_000, 1, List.of(new BundleComponent("phone", 2)))),
                                "merchant-1",
                                Shop.NOW)));
    }

    Counter(Shop shop) {
        this(shop, () -> true);
    }

    /** @param hearsOthers whether it hears of units that come back on other nodes */
    Counter(Shop shop, BooleanSupplier hearsOthers) {
        SaleDirectory directory = new SaleDirectory(shop.events());
        sale = directory.find("sale-1").orElseThrow();
        StockCommands commands = new StockCommands(shop.gateway, Clock.fixed(Shop.NOW, ZoneOffset.UTC));
        intake = new Intake(shop.decision, new SimpleMeterRegistry(), 2, 10_000, 16, 2_500);
        lines = new ItemLines(directory, new FeedHealth(hearsOthers), intake, new StockLevels(commands));
        new LineFeed(shop.events(), lines).listen();
    }

    /** Waits until the lines know every bucket, and answers the line that this shopper would join. */
    Line known(String shopper, String offerId, int quantity) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> line("somebody who does not wait", "phone", 1) != null);
        return Objects.requireNonNull(line(shopper, offerId, quantity));
    }

    @Nullable
    Line line(String shopper, String offerId, int quantity) {
        Ask ask = ask(shopper, offerId, quantity);
        return lines.joinedBy("sale-1", shopper, new Wanted(offerId, quantity, ask.purchaseId()));
    }

    void join(String shopper, String offerId, int quantity) {
        lines.join(ask(shopper, offerId, quantity), lead(offerId));
    }

    void joinWithKey(String shopper, String key) {
        lines.join(new Ask("sale-1", shopper, key, "phone", 1), lead("phone"));
    }

    void leave(String shopper, String offerId, int quantity) {
        lines.leave(ask(shopper, offerId, quantity), lead(offerId));
    }

    static Ask ask(String shopper, String offerId, int quantity) {
        return new Ask("sale-1", shopper, "key-of-" + shopper, offerId, quantity);
    }

    Lead lead(String offerId) {
        return Objects.requireNonNull(sale.leadOf(offerId));
    }
}
