package dev.flashsale.analysis.store;

import dev.flashsale.analysis.ledger.StoredEvent;
import dev.flashsale.platform.axon.Serialization;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.AnnotationRevisionResolver;
import org.axonframework.serialization.json.JacksonSerializer;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL with the services' schema, written by Axon's own engine. */
public final class StoredRows {
    private static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("domain_event_entry")
            .globalIndexColumn("global_index")
            .aggregateIdentifierColumn("aggregate_identifier")
            .sequenceNumberColumn("sequence_number")
            .typeColumn("type")
            .eventIdentifierColumn("event_identifier")
            .payloadTypeColumn("payload_type")
            .payloadRevisionColumn("payload_revision")
            .payloadColumn("payload")
            .metaDataColumn("meta_data")
            .timestampColumn("time_stamp")
            .build();

    private static @Nullable StoredRows shared;

    private final EmbeddedPostgres postgres;
    private final JdbcEventStorageEngine engine;

    private StoredRows() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .start();
            execute(script("/db/migration/V1__event_store.sql"));
            execute(script("/db/migration/V3__processes.sql"));
            execute(script("/db/migration/V4__order_rows.sql"));
            execute(script("/db/migration/V5__payments.sql"));
            execute(script("/db/migration/V6__attempts.sql"));
            execute(script("/db/migration/V8__live_sagas_and_deadlines.sql"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JacksonSerializer serializer = JacksonSerializer.builder()
                .objectMapper(Serialization.storedJson())
                .revisionResolver(new AnnotationRevisionResolver())
                .build();
        ConnectionProvider connections = new DataSourceConnectionProvider(postgres.getPostgresDatabase());
        engine = JdbcEventStorageEngine.builder()
                .dataType(byte[].class)
                .schema(SCHEMA)
                .snapshotSerializer(serializer)
                .eventSerializer(serializer)
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .build();
    }

    /** Empty tables; one server for all tests, stopped with the JVM. */
    public static synchronized StoredRows empty() {
        StoredRows rows = shared;
        if (rows == null) {
            rows = new StoredRows();
            shared = rows;
        }
        rows.execute("truncate domain_event_entry, snapshot_event_entry, purchase_order, token_entry, provider_payment,"
                + " attempt_batch, live_saga, deadline restart identity");
        return rows;
    }

    private static String script(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(StoredRows.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    public void store(List<StoredEvent> events) {
        engine.appendEvents(events.stream().map(StoredRows::message).toList());
    }

    private static EventMessage<?> message(StoredEvent e) {
        return new GenericDomainEventMessage<>(
                "Any",
                e.aggregateId(),
                e.sequenceNumber(),
                e.payload(),
                MetaData.with("traceId", "t-1"),
                e.eventId(),
                e.timestamp());
    }

    public void execute(String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of everything stored, whichever table it is in. */
    public String checksum() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select md5(concat(
                            (select string_agg(e::text, '|' order by global_index) from domain_event_entry e),
                            (select string_agg(s::text, '|' order by event_identifier) from snapshot_event_entry s),
                            (select string_agg(t::text, '|' order by processor_name, segment) from token_entry t),
                            (select string_agg(o::text, '|' order by order_id) from purchase_order o),
                            (select last_value::text from domain_event_entry_seq)))
                        """)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text(String query) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    public Connection open() throws SQLException {
        return ReadOnlyDatabase.open(url(), "postgres", "postgres");
    }
}
