package dev.flashsale.query.replay;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ProjectorFactory;
import dev.flashsale.query.redis.QuerySettings;
import dev.flashsale.query.redis.Standby;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The processors of the content built beside; made when one is needed, and then kept. */
@Component
class Followers implements DisposableBean {
    private static final int THREADS = 3;

    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(
            THREADS, Thread.ofPlatform().name("replay-", 0).daemon().factory());
    private final List<ProjectorFactory> factories;
    private final Standby standby;
    private final EventStore events;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final QuerySettings settings;

    Followers(
            List<ProjectorFactory> factories,
            Standby standby,
            EventStore events,
            TokenStore tokens,
            TransactionManager transactions,
            QuerySettings settings) {
        this.factories = factories;
        this.standby = standby;
        this.events = events;
        this.tokens = tokens;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** One for each projection in Redis; they begin at their tokens, or at the first event without one. */
    List<Follower> create() {
        return Projections.IN_REDIS.stream().map(this::create).toList();
    }

    private Follower create(String projection) {
        List<Object> projectors = factories.stream()
                .filter(factory -> factory.projection().equals(projection))
                .map(factory -> factory.writingTo(standby.readModel()))
                .toList();
        return new Follower(projection, projectors, events, tokens, transactions, executor, settings.batchSize());
    }

    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
