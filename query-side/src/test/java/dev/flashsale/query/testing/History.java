package dev.flashsale.query.testing;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.order.OrderCancelled;
import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.sale.AdmissionSet;
import dev.flashsale.kernel.sale.Bundle;
import dev.flashsale.kernel.sale.BundleComponent;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Makes the events of one sale of two items, "a" (two buckets) and "b" (one), and a bundle of both, "set". */
public record History(String saleId, Instant opensAt) {
    private static final String CURRENCY = "EUR";

    public Instant closesAt() {
        return opensAt.plus(Duration.ofHours(1));
    }

    public FlashSaleScheduled scheduled() {
        SaleItem a = new SaleItem("a", "Lamp", 2_000, 1_000, 20, 2, 2);
        SaleItem b = new SaleItem("b", "Chair", 9_000, 4_500, 10, 1, 1);
        Bundle set = new Bundle(
                "set", "Lamp and chair", 5_000, 1, List.of(new BundleComponent("a", 1), new BundleComponent("b", 1)));
        return new FlashSaleScheduled(
                saleId,
                "Sale " + saleId,
                CURRENCY,
                opensAt,
                closesAt(),
                600_000,
                List.of(a, b),
                List.of(set),
                "merchant",
                opensAt);
    }

    public AdmissionSet admission(AdmissionPolicy policy) {
        return new AdmissionSet(saleId, policy, "merchant", opensAt);
    }

    public StockAllocated allocated(String itemId, int bucket, int units) {
        return new StockAllocated(
                stock(itemId, bucket),
                saleId,
                itemId,
                bucket,
                units,
                CURRENCY,
                opensAt,
                closesAt(),
                600_000,
                List.of(),
                opensAt);
    }

    /** One unit of the item, alone. */
    public StockReserved reserved(String purchaseId, String userId, String itemId, int bucket, int availableUnits) {
        return reserved(
                purchaseId, userId, itemId, itemId, bucket, availableUnits, List.of(new OfferComponent(itemId, 1, 1)));
    }

    /** The item's part of the bundle. */
    public StockReserved reservedForSet(
            String purchaseId, String userId, String itemId, int bucket, int availableUnits) {
        List<OfferComponent> components = List.of(new OfferComponent("a", 1, 2), new OfferComponent("b", 1, 1));
        return reserved(purchaseId, userId, "set", itemId, bucket, availableUnits, components);
    }

    public PurchaseRefused refused(String purchaseId, String userId, String offerId, String itemId, Refusal reason) {
        return new PurchaseRefused(
                stock(itemId, 0), saleId, itemId, 0, purchaseId, userId, offerId, 1, reason, opensAt);
    }

    public OrderPlaced placed(String orderId, String userId, String offerId, Instant at) {
        return new OrderPlaced(
                orderId,
                saleId,
                userId,
                offerId,
                1,
                List.of(new OrderLine("a", stock("a", 0), 1)),
                1_000,
                CURRENCY,
                at.plusSeconds(600),
                at);
    }

    public OrderPaid paid(String orderId) {
        return new OrderPaid(orderId, "pay-" + orderId, 1_000, CURRENCY, opensAt);
    }

    public OrderExpired expired(String orderId, boolean placed) {
        return new OrderExpired(orderId, placed, opensAt);
    }

    public OrderCancelled cancelled(String orderId) {
        return new OrderCancelled(orderId, opensAt);
    }

    public StockReleased released(
            String purchaseId, String userId, String itemId, int bucket, ReleaseReason reason, int availableUnits) {
        return new StockReleased(
                stock(itemId, bucket),
                saleId,
                itemId,
                bucket,
                purchaseId,
                userId,
                itemId,
                1,
                1,
                reason,
                availableUnits,
                opensAt);
    }

    private StockReserved reserved(
            String purchaseId,
            String userId,
            String offerId,
            String itemId,
            int bucket,
            int availableUnits,
            List<OfferComponent> components) {
        return new StockReserved(
                stock(itemId, bucket),
                saleId,
                itemId,
                bucket,
                purchaseId,
                userId,
                offerId,
                1,
                1,
                1_000,
                CURRENCY,
                components,
                opensAt.plusSeconds(600),
                availableUnits,
                opensAt);
    }

    private String stock(String itemId, int bucket) {
        return saleId + ":" + itemId + ":" + bucket;
    }
}
