package dev.flashsale.query.sale;

import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.SaleItem;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A sale with its units at one moment.
 *
 * @param phase what the events say: SCHEDULED, OPENED, CLOSED or CANCELLED
 */
record SaleSnapshot(
        String saleId,
        String title,
        String currency,
        Instant opensAt,
        Instant closesAt,
        long paymentWindowMs,
        List<Item> items,
        List<Bundle> bundles,
        Admission admission,
        String phase) {
    private static final long NANOS_BUT_ONE = 999_999;

    /** An item; the units added during the sale are part of the total. */
    record Item(SaleItem offer, long totalUnits, long remainingUnits) {}

    long totalUnits() {
        return items.stream().mapToLong(Item::totalUnits).sum();
    }

    long remainingUnits() {
        return items.stream().mapToLong(Item::remainingUnits).sum();
    }

    ShopperStatus status(Instant now) {
        return statusAt(now, ShopperStatus.ofUnits(remainingUnits(), totalUnits()));
    }

    ShopperStatus status(Item item, Instant now) {
        return statusAt(now, ShopperStatus.ofUnits(item.remainingUnits(), item.totalUnits()));
    }

    /** A bundle is as scarce as its scarcest component. */
    ShopperStatus status(Bundle bundle, Instant now) {
        ShopperStatus scarcest = ShopperStatus.OPEN;
        for (BundleComponent component : bundle.components()) {
            ShopperStatus status = componentStatus(component);
            scarcest = status.compareTo(scarcest) > 0 ? status : scarcest;
        }
        return statusAt(now, scarcest);
    }

    private ShopperStatus componentStatus(BundleComponent component) {
        return items.stream()
                .filter(item -> item.offer().itemId().equals(component.itemId()))
                .map(item -> ShopperStatus.ofUnits(
                        item.remainingUnits() / component.units(), item.totalUnits() / component.units()))
                .findFirst()
                .orElse(ShopperStatus.SOLD_OUT);
    }

    /** The first millisecond after this one at which a status changes although nothing happens; the far future if none. */
    long nextChangeMs(long nowMs) {
        return LongStream.of(firstMsAt(opensAt), firstMsAt(closesAt))
                .filter(change -> change > nowMs)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static long firstMsAt(Instant instant) {
        return instant.plusNanos(NANOS_BUT_ONE).toEpochMilli();
    }

    // the stock decides by the same two instants, so the page never offers what the stock refuses for the time of day
    private ShopperStatus statusAt(Instant now, ShopperStatus whileOpen) {
        if (phase.equals("CANCELLED")) {
            return ShopperStatus.CANCELLED;
        }
        if (phase.equals("CLOSED") || !now.isBefore(closesAt)) {
            return ShopperStatus.ENDED;
        }
        return now.isBefore(opensAt) ? ShopperStatus.UPCOMING : whileOpen;
    }
}
