package dev.flashsale.bench.classic;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XReadGroupParams;
import redis.clients.jedis.resps.StreamEntry;

/** Takes messages off the queue, writes them as orders in one statement and one commit, and only then acknowledges them. */
final class OrderConsumer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OrderConsumer.class);
    private static final String GROUP = "writers";
    private static final XReadGroupParams NEXT =
            XReadGroupParams.xReadGroupParams().count(1_000).block(20);
    private static final String INSERT = """
            insert into plain_order (order_id, sale_id, user_id, offer_id, quantity, amount_minor, placed_at)
            select p, s, u, 'item', 1, 100, now()
            from unnest(?::varchar[], ?::varchar[], ?::varchar[]) as message (p, s, u)
            on conflict do nothing""";

    private final Jedis redis;
    private final Connection database;
    private final Thread thread;
    private volatile boolean ends;

    OrderConsumer(Jedis redis, Connection database) {
        this.redis = redis;
        this.database = database;
        try {
            String unused = redis.xgroupCreate(Counter.QUEUE, GROUP, new StreamEntryID(0, 0), true);
        } catch (JedisException isThere) {
            LOG.debug("The group is there already", isThere);
        }
        this.thread = Thread.ofPlatform().name("order-consumer").start(this::serve);
    }

    private void serve() {
        Map<String, StreamEntryID> from = Map.of(Counter.QUEUE, StreamEntryID.XREADGROUP_UNDELIVERED_ENTRY);
        while (!ends) {
            try {
                var answer = redis.xreadGroup(GROUP, "writer", NEXT, from);
                if (answer != null) {
                    write(answer.getFirst().getValue());
                }
            } catch (SQLException | JedisException e) {
                LOG.error("The queue stands still", e);
                return;
            }
        }
    }

    private void write(List<StreamEntry> messages) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(INSERT)) {
            insert.setArray(1, database.createArrayOf("varchar", field(messages, "p")));
            insert.setArray(2, database.createArrayOf("varchar", field(messages, "s")));
            insert.setArray(3, database.createArrayOf("varchar", field(messages, "u")));
            int unused = insert.executeUpdate();
        }
        database.commit();
        StreamEntryID[] ids = messages.stream().map(StreamEntry::getID).toArray(StreamEntryID[]::new);
        Pipeline pipeline = redis.pipelined();
        var acknowledged = pipeline.xack(Counter.QUEUE, GROUP, ids);
        var deleted = pipeline.xdel(Counter.QUEUE, ids);
        pipeline.sync();
        LOG.debug("{} acknowledged, {} deleted", acknowledged, deleted);
    }

    private static Object[] field(List<StreamEntry> messages, String name) {
        return messages.stream().map(message -> message.getFields().get(name)).toArray();
    }

    @Override
    public void close() throws InterruptedException, SQLException {
        ends = true;
        thread.join();
        redis.close();
        database.close();
    }
}
