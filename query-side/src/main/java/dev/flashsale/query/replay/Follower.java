package dev.flashsale.query.replay;

import dev.flashsale.query.redis.Standby;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;

/** The processor that writes one projection of the content built beside, up to a position that is moved on from outside. */
final class Follower {
    private static final long CLAIM_INTERVAL_MS = 500;

    private final String projection;
    private final AtomicLong limit = new AtomicLong(-1);
    private final AtomicLong handled = new AtomicLong();
    private final PooledStreamingEventProcessor processor;

    Follower(
            String projection,
            List<Object> projectors,
            StreamableMessageSource<TrackedEventMessage<?>> events,
            TokenStore tokens,
            TransactionManager transactions,
            ScheduledExecutorService executor,
            int batchSize) {
        this.projection = projection;
        processor = PooledStreamingEventProcessor.builder()
                .name(Standby.nameOf(projection))
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(projectors)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(new LimitedEvents(events, limit::get))
                .tokenStore(tokens)
                .transactionManager(transactions)
                .coordinatorExecutor(executor)
                .workerExecutor(executor)
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(batchSize)
                .tokenClaimInterval(CLAIM_INTERVAL_MS)
                .build();
        var unused = processor.registerHandlerInterceptor((unit, chain) -> {
            handled.incrementAndGet();
            return chain.proceed();
        });
    }

    void start() {
        processor.start();
    }

    void stop() {
        processor.shutDown();
    }

    /** Events up to this position, and no further. */
    void allowUpTo(long index) {
        limit.set(index);
    }

    String projection() {
        return projection;
    }

    /** Events that its projectors were given. */
    long handled() {
        return handled.get();
    }

    /** How far it has read, whether there was something to write or not. */
    OptionalLong position() {
        return processor.processingStatus().values().stream()
                .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                .min();
    }

    /** Why it does not get on; empty while it does. */
    String trouble() {
        return processor.processingStatus().values().stream()
                .filter(status -> status.isErrorState())
                .map(status -> String.valueOf(status.getError()))
                .findFirst()
                .orElse("");
    }
}
