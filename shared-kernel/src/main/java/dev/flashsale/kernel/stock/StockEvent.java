package dev.flashsale.kernel.stock;

import java.time.Instant;

/** Everything that can happen to one bucket of an item's stock. */
public sealed interface StockEvent
        permits StockAllocated,
                StockReserved,
                PurchaseRefused,
                ReservationConfirmed,
                StockReleased,
                StockAdded,
                StockWithdrawn,
                StockTransferred,
                StockTransferReceived {
    /** The bucket, as {@link StockId#toString()} writes it. */
    String stockId();

    /** The sale that the bucket belongs to. */
    String saleId();

    /** The item whose units the bucket holds. */
    String itemId();

    /** The bucket's number within its item, from 0. */
    int bucket();

    /** The instant that the deciding command carried. */
    Instant at();
}
