package dev.flashsale.process.testing;

import dev.flashsale.platform.axon.Serialization;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A new database with the product's tables, and Axon's and Spring's ways to it. */
public final class TestDatabase {
    private static final EmbeddedPostgres POSTGRES = start();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final DataSource source;
    public final ConnectionProvider connections;
    public final DataSourceTransactionManager springTransactions;
    public final TransactionManager transactions;
    public final JdbcTemplate jdbc;
    public final Serializer serializer =
            JacksonSerializer.builder().objectMapper(Serialization.storedJson()).build();

    public TestDatabase() {
        String name = "processes_" + NUMBER.incrementAndGet();
        new JdbcTemplate(POSTGRES.getPostgresDatabase()).execute("create database " + name);
        source = POSTGRES.getDatabase("postgres", name);
        Flyway.configure().dataSource(source).load().migrate();
        connections = new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(source));
        springTransactions = new DataSourceTransactionManager(source);
        transactions = new SpringTransactionManager(springTransactions);
        jdbc = new JdbcTemplate(source);
    }

    /** A unit of work with a transaction, as an event processor has one. */
    public UnitOfWork<Message<?>> unitOfWork() {
        UnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(null);
        unit.attachTransaction(transactions);
        return unit;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
