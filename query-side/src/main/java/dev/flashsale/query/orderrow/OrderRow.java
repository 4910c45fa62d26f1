package dev.flashsale.query.orderrow;

import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.kernel.purchase.PurchaseResult;
import dev.flashsale.kernel.purchase.PurchaseState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.PartitionKey;

/** An order as a row of its sale's partition. Read only: the projector writes rows in batches. */
@Entity
@Immutable
@Table(name = "purchase_order")
@SuppressWarnings("NullAway.Init") // the mapper fills the fields
public class OrderRow {
    @Id
    @Column(name = "order_id")
    private String orderId;

    @PartitionKey
    @Column(name = "sale_id")
    private String saleId;

    @Column(name = "user_id")
    private String userId;

    @Column(name = "offer_id")
    private String offerId;

    private int quantity;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    @Enumerated(EnumType.STRING)
    private OrderState status;

    @Column(name = "placed_at")
    private Instant placedAt;

    @Column(name = "pay_by")
    private Instant payBy;

    @Column(name = "as_of_index")
    private long asOfIndex;

    protected OrderRow() {}

    /** The order's id, which is its purchase's. */
    public String orderId() {
        return orderId;
    }

    /** The sale, and with it the partition. */
    public String saleId() {
        return saleId;
    }

    /** The shopper. */
    public String userId() {
        return userId;
    }

    /** The item or bundle that was bought. */
    public String offerId() {
        return offerId;
    }

    /** Pieces of the offer. */
    public int quantity() {
        return quantity;
    }

    /** What is to be paid, in minor units. */
    public long amountMinor() {
        return amountMinor;
    }

    /** ISO 4217. */
    public String currency() {
        return currency;
    }

    /** Where the order stands. */
    public OrderState status() {
        return status;
    }

    /** When it was placed. */
    public Instant placedAt() {
        return placedAt;
    }

    /** Until when it may be paid. */
    public Instant payBy() {
        return payBy;
    }

    PurchaseResult asPurchase() {
        return new PurchaseResult(
                orderId,
                saleId,
                userId,
                offerId,
                quantity,
                PurchaseState.valueOf(status.name()),
                null,
                amountMinor,
                currency,
                payBy,
                orderId,
                asOfIndex);
    }
}
