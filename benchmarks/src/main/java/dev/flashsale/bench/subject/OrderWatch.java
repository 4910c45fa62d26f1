package dev.flashsale.bench.subject;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/** Waits until every accepted purchase is an order that can be read. Looks rarely while much is missing. */
public final class OrderWatch {
    private static final long SHORTEST_PAUSE_MS = 5;
    private static final long LONGEST_PAUSE_MS = 200;

    private OrderWatch() {}

    /**
     * Begins to watch.
     *
     * @param wanted how many orders there must be; may grow while it is watched, negative as long as it is not known
     * @return the {@link System#nanoTime()} at which they were all there; -1 when they did not come in time
     */
    public static CompletableFuture<Long> begin(Shop shop, Sale sale, LongSupplier wanted, Duration patience) {
        CompletableFuture<Long> end = new CompletableFuture<>();
        Thread unused = Thread.ofPlatform().daemon().name("order-watch").start(() -> {
            try (Connection connection = shop.target().database()) {
                end.complete(watch(connection, shop, sale, wanted, System.nanoTime() + patience.toNanos()));
            } catch (SQLException | InterruptedException e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }

    private static long watch(Connection connection, Shop shop, Sale sale, LongSupplier wanted, long deadline)
            throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (true) {
            long goal = wanted.getAsLong();
            long there = Rows.count(connection, shop.countOrders(), sale.saleId());
            connection.rollback(); // the next look has to see what was committed since
            long now = System.nanoTime();
            if (goal >= 0 && there >= goal) {
                return now;
            }
            if (now > deadline) {
                return -1;
            }
            double msPerOrder = (now - began) / 1e6 / Math.max(1, there);
            double half = goal < 0 ? LONGEST_PAUSE_MS : (goal - there) * msPerOrder / 2;
            Thread.sleep((long) Math.clamp(half, SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS));
        }
    }
}
