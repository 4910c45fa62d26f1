package dev.flashsale.command.stock;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When snapshots of stocks are taken, and by whom. */
@Configuration(proxyBeanMethods = false)
class SnapshotConfig {
    private static final long IDLE_SECONDS = 10;

    /** On a thread of its own: writing a stock's whole memory takes long, and no purchase must wait for that. */
    @Bean
    StockSnapshotter snapshotter(
            org.axonframework.config.Configuration axon, EventStore events, TransactionManager transactions) {
        ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1,
                1,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("snapshots").daemon().factory());
        thread.allowCoreThreadTimeOut(true);
        return StockSnapshotter.of(() -> axon.repository(Stock.class), events, transactions, thread);
    }

    @Bean
    SnapshotTriggerDefinition stockSnapshots(
            Snapshotter snapshotter, @Value("${flashsale.aggregates.events-per-snapshot:20000}") int minimumEvents) {
        return new RareSnapshots(snapshotter, minimumEvents);
    }
}
