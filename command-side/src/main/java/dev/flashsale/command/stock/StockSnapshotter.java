package dev.flashsale.command.stock;

import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotter;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Makes snapshots of stocks out of memory. Axon's own snapshotter reads an aggregate's whole history once more; of a stock
 * in a sale that is tens of thousands of events, read and parsed beside the thread that decides.
 *
 * <p>The stock's lock is held while its memory is copied, not while the copy is written.
 */
final class StockSnapshotter extends AbstractSnapshotter {
    private final Supplier<Repository<Stock>> stocks;

    private StockSnapshotter(Builder builder, Supplier<Repository<Stock>> stocks) {
        super(builder);
        this.stocks = stocks;
    }

    static StockSnapshotter of(
            Supplier<Repository<Stock>> stocks, EventStore events, TransactionManager transactions, Executor executor) {
        Builder builder = new Builder() {}.eventStore(events)
                .transactionManager(transactions)
                .executor(executor);
        return new StockSnapshotter(builder, stocks);
    }

    @Override
    protected Runnable createSnapshotterTask(Class<?> aggregateType, String aggregateIdentifier) {
        return () -> getEventStore().storeSnapshot(remembered(aggregateIdentifier));
    }

    private DomainEventMessage<Stock> remembered(String stockId) {
        ResultMessage<DomainEventMessage<Stock>> result = DefaultUnitOfWork.startAndGet(null)
                .executeWithResult(() -> {
                    Aggregate<Stock> stock = stocks.get().load(stockId);
                    return new GenericDomainEventMessage<>(
                            stock.type(), stockId, stock.version(), stock.invoke(Stock::copy));
                });
        if (result.isExceptional()) {
            throw new EventStoreException("no snapshot of stock " + stockId, result.exceptionResult());
        }
        return result.getPayload();
    }

    @Override
    protected DomainEventMessage<?> createSnapshot(
            Class<?> aggregateType, String aggregateIdentifier, DomainEventStream eventStream) {
        return remembered(aggregateIdentifier);
    }
}
