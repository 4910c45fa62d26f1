package dev.flashsale.analysis.ledger;

import java.util.ArrayList;
import java.util.List;

/** The units of one item, all buckets together. Every figure is in units. */
public final class ItemLedger {
    private final String saleId;
    private final String itemId;
    private final List<Bucket> buckets = new ArrayList<>();
    long allocated;
    long added;
    long granted;
    long available;
    long reserved;
    long sold;
    long inTransit;
    long reservedEver;
    long released;
    long expiredResold;
    private long expiredPool;
    private long otherPool;

    ItemLedger(String saleId, String itemId) {
        this.saleId = saleId;
        this.itemId = itemId;
    }

    void add(Bucket bucket) {
        buckets.add(bucket);
    }

    /** Units are alike, so fresh ones are counted as taken first, and those that had expired last. */
    int takeExpired(int units) {
        long fresh = Math.max(0, available + inTransit - expiredPool - otherPool);
        long left = Math.max(0, units - fresh);
        long other = Math.min(left, otherPool);
        long expired = Math.min(left - other, expiredPool);
        otherPool -= other;
        expiredPool -= expired;
        return (int) expired;
    }

    void giveBack(int units, boolean expired) {
        released += units;
        if (expired) {
            expiredPool += units;
        } else {
            otherPool += units;
        }
    }

    /** The sale that it belongs to. */
    public String saleId() {
        return saleId;
    }

    /** The item, unique within its sale. */
    public String itemId() {
        return itemId;
    }

    /** The buckets seen so far. */
    public List<Bucket> buckets() {
        return buckets;
    }

    /** Put into the buckets when the sale was scheduled. */
    public long allocated() {
        return allocated;
    }

    /** Put into the buckets later. */
    public long added() {
        return added;
    }

    /** Additions that the sale granted, arrived or not. */
    public long granted() {
        return granted;
    }

    /** Everything there is to sell. */
    public long stock() {
        return allocated + added;
    }

    /** Held by nobody, in the buckets. */
    public long available() {
        return available;
    }

    /** On the way from one bucket to another. */
    public long inTransit() {
        return inTransit;
    }

    /** Held by nobody, wherever they are. */
    public long free() {
        return available + inTransit;
    }

    /** Held by open reservations. */
    public long reserved() {
        return reserved;
    }

    /** Paid for. */
    public long sold() {
        return sold;
    }

    /** Reserved at any time, the same unit each time anew. */
    public long reservedEver() {
        return reservedEver;
    }

    /** Given back at any time. */
    public long released() {
        return released;
    }

    /** Sold after an earlier shopper had let them expire. */
    public long expiredResold() {
        return expiredResold;
    }
}
