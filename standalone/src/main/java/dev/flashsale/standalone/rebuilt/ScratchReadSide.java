package dev.flashsale.standalone.rebuilt;

import dev.flashsale.query.QuerySide;
import dev.flashsale.standalone.stores.DataDirectory;
import dev.flashsale.standalone.stores.EmbeddedStores;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import redis.clients.jedis.Jedis;

/** The query side itself, on stores of its own that are thrown away; it gets its events by hand, in any order and batches. */
final class ScratchReadSide implements AutoCloseable {
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(QuerySide.class)
    static class Application {}

    private final DataDirectory directory;
    private final EmbeddedStores stores;
    private final ConfigurableApplicationContext readSide;

    private ScratchReadSide(DataDirectory directory, EmbeddedStores stores, ConfigurableApplicationContext readSide) {
        this.directory = directory;
        this.stores = stores;
        this.readSide = readSide;
    }

    static ScratchReadSide start() throws IOException, InterruptedException {
        DataDirectory directory = DataDirectory.open(Files.createTempDirectory("flashsale-rebuilt-"));
        EmbeddedStores stores = new EmbeddedStores(directory);
        stores.start();
        Map<String, Object> properties = new HashMap<>(stores.properties());
        properties.put("server.port", 0);
        properties.put("server.address", "127.0.0.1");
        properties.put("db-scheduler.enabled", false);
        properties.put("flashsale.attempts.enabled", false);
        // nobody else touches these stores, so there is nothing to watch over
        properties.put("flashsale.query.check-interval", "1h");
        SpringApplication application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context ->
                context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("scratch", properties)));
        return new ScratchReadSide(directory, stores, application.run());
    }

    /** Applies a batch to one projection, in one transaction. */
    void apply(String projection, List<? extends TrackedEventMessage<?>> batch) {
        EventHandlerInvoker projectors = projectors(projection);
        BatchingUnitOfWork<TrackedEventMessage<?>> unit = new BatchingUnitOfWork<>(List.copyOf(batch));
        unit.attachTransaction(readSide.getBean(TransactionManager.class));
        var result = unit.executeWithResult(() -> {
            projectors.handle(unit.getMessage(), Segment.ROOT_SEGMENT);
            return null;
        });
        if (result.isExceptional()) {
            throw new IllegalStateException("a projection could not be rebuilt", result.exceptionResult());
        }
    }

    /** Whether the projection takes events of this type at all. */
    boolean takes(String projection, Class<?> eventType) {
        return projectors(projection).canHandleType(eventType);
    }

    /** Empties a projection. */
    void reset(String projection) {
        readSide.getBean(TransactionManager.class)
                .executeInTransaction(() -> projectors(projection).performReset());
    }

    private EventHandlerInvoker projectors(String projection) {
        return readSide.getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor(projection, AbstractEventProcessor.class)
                .orElseThrow()
                .eventHandlerInvoker();
    }

    RedisContent redis() {
        Map<String, Object> properties = stores.properties();
        int port = Integer.parseInt(String.valueOf(properties.get("spring.data.redis.port")));
        try (Jedis redis = new Jedis("127.0.0.1", port)) {
            redis.auth(String.valueOf(properties.get("spring.data.redis.password")));
            return RedisContent.of(redis);
        }
    }

    Connection database() throws SQLException {
        return DriverManager.getConnection(stores.unhurriedJdbcUrl(), EmbeddedStores.DATABASE_USER, stores.password());
    }

    @Override
    public void close() throws IOException {
        readSide.close();
        try {
            stores.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        directory.close();
        directory.delete();
    }
}
