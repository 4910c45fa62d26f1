package dev.flashsale.auditor;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.platform.axon.Serialization;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A PostgreSQL with the services' schema, and events for it. */
final class TestStore {
    static final String SALE = "sale-1";
    private static final Instant OPENS = Instant.parse("2026-11-21T12:00:00Z");
    private static final EmbeddedPostgres POSTGRES = start();

    private TestStore() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmbeddedPostgres postgres() {
        return POSTGRES;
    }

    static String url() {
        return POSTGRES.getJdbcUrl("postgres", "postgres");
    }

    static void execute(String sql) throws SQLException {
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Stores it, and commits when the connection does. */
    static void append(Connection connection, String aggregateId, long sequenceNumber, Object event)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
            insert into domain_event_entry (aggregate_identifier, sequence_number, event_identifier, payload_type,
                payload, time_stamp) values (?, ?, ?, ?, ?, ?)
            """)) {
            insert.setString(1, aggregateId);
            insert.setLong(2, sequenceNumber);
            insert.setString(3, UUID.randomUUID().toString());
            insert.setString(4, event.getClass().getName());
            insert.setBytes(5, json(event));
            insert.setString(6, OPENS.toString());
            insert.executeUpdate();
        }
    }

    static void append(String aggregateId, long sequenceNumber, Object event) throws SQLException {
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection()) {
            append(connection, aggregateId, sequenceNumber, event);
        }
    }

    private static byte[] json(Object event) {
        try {
            return Serialization.storedJson().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static StockAllocated pens(int bucket, int units) {
        Offer pen = new Offer("pen", 500, 1, List.of(new OfferComponent("pen", 1, 1)));
        return new StockAllocated(
                SALE + ":pen:" + bucket,
                SALE,
                "pen",
                bucket,
                units,
                "EUR",
                OPENS,
                OPENS.plusSeconds(3600),
                60_000,
                List.of(pen),
                OPENS);
    }

    static PurchaseRefused soldOut(int bucket, String purchaseId) {
        return new PurchaseRefused(
                SALE + ":pen:" + bucket, SALE, "pen", bucket, purchaseId, "ann", "pen", 1, Refusal.SOLD_OUT, OPENS);
    }

    static OrderPaid paidOutOfNowhere(String orderId) {
        return new OrderPaid(orderId, "pay-1", 500, "EUR", OPENS);
    }
}
