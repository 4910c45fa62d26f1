package dev.flashsale.analysis.audit;

import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.kernel.order.OrderLine;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import java.time.Duration;
import java.util.List;

/** Copies of events and rows with one thing changed. */
final class Spoilers {
    private Spoilers() {}

    static StockReleased released(StockReleased e, int units) {
        return new StockReleased(
                e.stockId(),
                e.saleId(),
                e.itemId(),
                e.bucket(),
                e.purchaseId(),
                e.userId(),
                e.offerId(),
                e.quantity(),
                units,
                e.reason(),
                e.availableUnits(),
                e.at());
    }

    static StockReleased releasedAt(StockReleased e, Duration shift) {
        return new StockReleased(
                e.stockId(),
                e.saleId(),
                e.itemId(),
                e.bucket(),
                e.purchaseId(),
                e.userId(),
                e.offerId(),
                e.quantity(),
                e.units(),
                e.reason(),
                e.availableUnits(),
                e.at().plus(shift));
    }

    static StockReserved stated(StockReserved e, int availableUnits) {
        return new StockReserved(
                e.stockId(),
                e.saleId(),
                e.itemId(),
                e.bucket(),
                e.purchaseId(),
                e.userId(),
                e.offerId(),
                e.quantity(),
                e.units(),
                e.amountMinor(),
                e.currency(),
                e.components(),
                e.payBy(),
                availableUnits,
                e.at());
    }

    static ReservationConfirmed confirmedFor(ReservationConfirmed e, String userId) {
        return new ReservationConfirmed(
                e.stockId(), e.saleId(), e.itemId(), e.bucket(), e.purchaseId(), userId, e.units(), e.at());
    }

    static OrderPlaced priced(OrderPlaced e, long amountMinor) {
        return new OrderPlaced(
                e.orderId(),
                e.saleId(),
                e.userId(),
                e.offerId(),
                e.quantity(),
                e.lines(),
                amountMinor,
                e.currency(),
                e.payBy(),
                e.at());
    }

    static OrderPlaced lined(OrderPlaced e, OrderLine line) {
        return new OrderPlaced(
                e.orderId(),
                e.saleId(),
                e.userId(),
                e.offerId(),
                e.quantity(),
                List.of(line),
                e.amountMinor(),
                e.currency(),
                e.payBy(),
                e.at());
    }

    static OrderPaid paid(OrderPaid e, long amountMinor) {
        return new OrderPaid(e.orderId(), e.paymentId(), amountMinor, e.currency(), e.at());
    }

    static StoredEvent row(StoredEvent e, long sequenceNumber, String eventId) {
        return new StoredEvent(e.globalIndex(), e.aggregateId(), sequenceNumber, eventId, e.timestamp(), e.payload());
    }
}
