package dev.flashsale.standalone.rebuilt;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/** The Redis that shoppers' pages come from, only read. */
public final class LiveReadModel {
    private static final int TRIES = 10;
    private static final int PAUSE_MS = 500;

    private final Supplier<Jedis> connections;

    /** @param connections opens a connection that has logged in */
    public LiveReadModel(Supplier<Jedis> connections) {
        this.connections = connections;
    }

    /**
     * What it holds at a moment at which no projection moves.
     *
     * @throws IOException it does not answer, or there is no such moment
     */
    RedisContent still() throws IOException {
        try (Jedis redis = connections.get()) {
            for (int i = 0; i < TRIES; i++) {
                RedisContent content = RedisContent.of(redis);
                if (content.marks().equals(RedisContent.marks(redis))) {
                    return content;
                }
                Thread.sleep(PAUSE_MS);
            }
            Map<String, Long> marks = RedisContent.marks(redis);
            throw new IOException("the projections do not stand still (now at " + marks
                    + "); they are compared when the sale is over");
        } catch (JedisException e) {
            throw new IOException("Redis does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Redis was read", e);
        }
    }
}
