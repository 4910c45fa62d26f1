package dev.flashsale.bench.lab;

import dev.flashsale.bench.machine.Machine;
import dev.flashsale.process.sagastore.LiveSagaStore;
import dev.flashsale.process.sagastore.LiveSagas;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;

/** Whole sagas per second, each with its three events out of the event store, by saga store. */
final class Sagas {
    private static final String PROCESSOR = "Bench_Sagas";
    private static final int JPA_BATCH = 100;
    private static final int OUR_BATCH = 500;
    private static final int ALIVE_TOGETHER = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** How a saga is registered with a store. */
    private record Contender(ConfigurerModule registration, TransactionManager transactions, int eventsPerCommit) {}

    private final Lab.Task task;
    private final EventStore events;
    private final EventStorageEngine engine;
    private final Serializer serializer;

    private Sagas(Lab.Task task) {
        this.task = task;
        this.events = task.product().getBean(EventStore.class);
        this.engine = task.product().getBean(EventStorageEngine.class);
        this.serializer = task.product().getBean("eventSerializer", Serializer.class);
    }

    static void measure(Lab.Task task) throws Exception {
        Sagas sagas = new Sagas(task);
        int count = ALIVE_TOGETHER * Math.max(1, task.seconds());
        long before = sagas.append(count);
        try (JpaSagas jpa = new JpaSagas(task.product())) {
            Map<String, Contender> contenders = new LinkedHashMap<>();
            contenders.put(
                    "jpa", new Contender(registration(jpa.store(sagas.serializer)), jpa.transactions(), JPA_BATCH));
            TransactionManager transactions = task.product().getBean(TransactionManager.class);
            contenders.put(
                    "ours", new Contender(LiveSagas.of(BenchSaga.class, sagas.liveStore()), transactions, OUR_BATCH));
            for (Contender each : contenders.values()) {
                sagas.warmUp(each, before, count);
            }
            for (int round = 0; round < task.rounds(); round++) {
                for (Map.Entry<String, Contender> each : contenders.entrySet()) {
                    Machine.Watch watch = task.lab().watch();
                    task.lab().tell(each.getKey(), sagas.perSecond(each.getValue(), before, count), watch);
                }
            }
        }
    }

    private SagaStore<Object> liveStore() {
        return new LiveSagaStore(
                task.product().getBean(ConnectionProvider.class),
                task.product().getBean(TransactionManager.class),
                serializer,
                ALIVE_TOGETHER);
    }

    private static ConfigurerModule registration(SagaStore<Object> store) {
        return configurer -> configurer
                .eventProcessing()
                .registerSaga(BenchSaga.class, saga -> saga.configureSagaStore(axon -> store));
    }

    /** The position before the first of the events; sagas overlap, a thousand at a time, so that they have to be stored. */
    private long append(int count) {
        long before = position();
        for (int from = 0; from < count; from += ALIVE_TOGETHER) {
            String[] ids = new String[ALIVE_TOGETHER];
            Object[] reserved = new Object[ALIVE_TOGETHER];
            Object[] ordered = new Object[ALIVE_TOGETHER];
            Object[] paid = new Object[ALIVE_TOGETHER];
            for (int i = 0; i < ALIVE_TOGETHER; i++) {
                ids[i] = UUID.randomUUID().toString();
                reserved[i] = new BenchSaga.Reserved(ids[i], "stock:item:0");
                ordered[i] = new BenchSaga.Ordered(ids[i], "deadline-" + ids[i]);
                paid[i] = new BenchSaga.Paid(ids[i]);
            }
            for (Object[] step : new Object[][] {reserved, ordered, paid}) {
                events.publish(Arrays.stream(step)
                        .map(GenericEventMessage::asEventMessage)
                        .toList());
            }
        }
        return before;
    }

    private long position() {
        var head = engine.createHeadToken();
        OptionalLong position = head == null ? OptionalLong.empty() : head.position();
        return position.orElse(0);
    }

    private void warmUp(Contender contender, long before, int count) throws InterruptedException {
        long began = System.nanoTime();
        do {
            double unused = perSecond(contender, before, count);
        } while (System.nanoTime() - began < task.warmUp().toNanos());
    }

    private double perSecond(Contender contender, long before, int count) throws InterruptedException {
        var configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(axon -> serializer)
                .configureEventStore(axon ->
                        EmbeddedEventStore.builder().storageEngine(engine).build())
                .configureTransactionManager(axon -> contender.transactions());
        configurer
                .eventProcessing()
                .registerTokenStore(axon -> new InMemoryTokenStore())
                .assignProcessingGroup(group -> PROCESSOR)
                .assignHandlerTypesMatching(PROCESSOR, type -> true)
                .registerTrackingEventProcessor(
                        PROCESSOR, Configuration::eventStore, axon -> settings(contender, before));
        contender.registration().configureModule(configurer);
        Configuration axon = configurer.buildConfiguration();
        long goal = BenchSaga.ENDED.get() + count;
        long began = System.nanoTime();
        axon.start();
        try {
            while (BenchSaga.ENDED.get() < goal) {
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IllegalStateException("sagas did not end in time");
                }
                Thread.sleep(2);
            }
            return count * 1e9 / (System.nanoTime() - began);
        } finally {
            axon.shutdown();
        }
    }

    private static TrackingEventProcessorConfiguration settings(Contender contender, long before) {
        return TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                .andBatchSize(contender.eventsPerCommit())
                .andInitialTrackingToken(source -> GapAwareTrackingToken.newInstance(before, Set.of()));
    }
}
