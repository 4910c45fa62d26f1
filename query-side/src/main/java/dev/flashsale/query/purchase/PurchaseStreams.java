package dev.flashsale.query.purchase;

import dev.flashsale.kernel.purchase.FindPurchase;
import dev.flashsale.kernel.purchase.PurchaseResult;
import dev.flashsale.query.redis.LocalCopy.Copied;
import dev.flashsale.query.redis.QuerySettings;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.SubscriptionQueryResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The open streams: each is fed by a subscription query, and looks again by itself at every heartbeat. */
@Component
class PurchaseStreams {
    private static final Logger LOG = LoggerFactory.getLogger(PurchaseStreams.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Set<PurchaseStream> open = ConcurrentHashMap.newKeySet();
    // a listener that reads slowly holds up its own thread, never the projection's
    private final ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor();
    private final Scheduler scheduler = Schedulers.fromExecutor(writers);
    private final QueryGateway queries;
    private final PurchaseReads reads;
    private final StreamPermits permits;
    private final QuerySettings settings;
    private final Clock clock;

    PurchaseStreams(
            QueryGateway queries, PurchaseReads reads, StreamPermits permits, QuerySettings settings, Clock clock) {
        this.queries = queries;
        this.reads = reads;
        this.permits = permits;
        this.settings = settings;
        this.clock = clock;
    }

    /** A stream of the user's purchase; empty when there is no such purchase of this user, not even a moment later. */
    Optional<SseEmitter> open(String purchaseId, String userId) {
        permits.acquire(userId);
        SubscriptionQueryResult<PurchaseResult, PurchaseResult> subscription =
                queries.subscriptionQuery(new FindPurchase(purchaseId), PurchaseResult.class, PurchaseResult.class);
        boolean opened = false;
        try {
            Optional<PurchaseResult> first = first(subscription, userId);
            opened = first.isPresent();
            return first.map(result -> stream(subscription, result));
        } finally {
            if (!opened) {
                subscription.cancel();
                permits.release(userId);
            }
        }
    }

    /** How many are open. */
    int count() {
        return open.size();
    }

    /** Shows every listener that the stream lives, and makes good an update that did not reach it. */
    void beat() {
        open.forEach(stream -> writers.execute(() -> {
            stream.beat();
            lookAgain(stream);
        }));
    }

    void endAll() {
        open.forEach(PurchaseStream::end);
        scheduler.dispose();
        writers.shutdown();
    }

    private Optional<PurchaseResult> first(
            SubscriptionQueryResult<PurchaseResult, PurchaseResult> subscription, String userId) {
        return subscription
                .initialResult()
                .switchIfEmpty(
                        Mono.defer(() -> subscription.updates().next()).timeout(settings.visibleWithin(), Mono.empty()))
                .filter(result -> result.userId().equals(userId))
                .blockOptional();
    }

    private SseEmitter stream(
            SubscriptionQueryResult<PurchaseResult, PurchaseResult> subscription, PurchaseResult first) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        PurchaseStream stream = new PurchaseStream(first.purchaseId(), emitter, clock);
        open.add(stream);
        Disposable updates =
                subscription.updates().publishOn(scheduler).subscribe(result -> stream.send(result, false));
        emitter.onCompletion(() -> {
            if (open.remove(stream)) {
                updates.dispose();
                subscription.cancel();
                permits.release(first.userId());
            }
        });
        stream.send(first, false);
        return emitter;
    }

    private void lookAgain(PurchaseStream stream) {
        try {
            Copied<Optional<PurchaseResult>> found = reads.find(stream.purchaseId());
            found.value().ifPresent(result -> stream.send(result, found.stale()));
        } catch (RuntimeException e) {
            LOG.debug("Purchase {} could not be looked at; the next heartbeat tries again", stream.purchaseId(), e);
        }
    }
}
