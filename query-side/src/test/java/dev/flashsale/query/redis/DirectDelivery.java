package dev.flashsale.query.redis;

import dev.flashsale.query.testing.RedisDump;
import dev.flashsale.query.testing.TestStores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands events to a projector as a processor would, but in an order of the test's choice, on stores of its own. */
public final class DirectDelivery {
    private final StringRedisTemplate redis = TestStores.separateRedis();
    private final ReadModel readModel =
            new ReadModel(redis, new Marks(JdbcClient.create(TestStores.separateDatabase())));
    private final AnnotationEventHandlerAdapter projector;

    /** @param projector makes the projector that writes to this read model */
    public DirectDelivery(Function<ReadModel, Object> projector) {
        this.projector = new AnnotationEventHandlerAdapter(projector.apply(readModel));
        redis.unlink(redis.keys("*"));
        reset();
    }

    /** What Redis holds once these events came in their order, each once, in one batch each. */
    public Map<String, String> inOrder(List<Object> events) {
        tracked(events).forEach(event -> deliver(List.of(event)));
        return RedisDump.of(redis);
    }

    /** What Redis holds once these events came shuffled, some several times, in batches of any size. */
    public Map<String, String> shuffled(List<Object> events, Random random) {
        List<EventMessage<?>> deliveries = new ArrayList<>(tracked(events));
        for (EventMessage<?> event : tracked(events)) {
            if (random.nextInt(3) == 0) {
                deliveries.add(event);
            }
        }
        Collections.shuffle(deliveries, random);
        for (int from = 0; from < deliveries.size(); ) {
            int to = Math.min(deliveries.size(), from + 1 + random.nextInt(20));
            deliver(deliveries.subList(from, to));
            from = to;
        }
        return RedisDump.of(redis);
    }

    /** Runs the projector's reset handler. */
    public Map<String, String> reset() {
        projector.prepareReset();
        return RedisDump.of(redis);
    }

    private void deliver(List<EventMessage<?>> batch) {
        BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(List.copyOf(batch));
        var result = unit.executeWithResult(() -> projector.handle(unit.getMessage()));
        if (result.isExceptional()) {
            throw new IllegalStateException(result.exceptionResult());
        }
    }

    private List<EventMessage<?>> tracked(List<Object> events) {
        List<EventMessage<?>> tracked = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            tracked.add(new GenericTrackedEventMessage<>(
                    new GlobalSequenceTrackingToken(index), GenericEventMessage.asEventMessage(events.get(index))));
        }
        return tracked;
    }
}
