package dev.flashsale.query.redis;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisServerCommands.FlushOption;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A second content of the read model, in another database of the same Redis, under the same keys. It is built beside the one
 * in use by the same projectors, and changes places with it in one step. What travels with a content are its marks and the
 * tokens of the processors that write it, so that each goes on from where it is.
 */
@Component
public class Standby implements DisposableBean {
    /** How all keys of the read model begin. */
    public static final String CONTENT = "read:";

    private static final String SUFFIX = "@standby";
    private static final int KEYS_PER_SCAN = 1_000;

    private final StringRedisTemplate live;
    private final StringRedisTemplate standby;
    private final JedisConnectionFactory connections;
    private final int liveDatabase;
    private final int standbyDatabase;
    private final Marks liveMarks;
    private final Marks marks;
    private final StandbyRows rows;
    private final ReadModel readModel;
    private final TransactionTemplate transactions;

    Standby(
            StringRedisTemplate live,
            JedisConnectionFactory inUse,
            Marks liveMarks,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            @Value("${flashsale.query.standby-database:1}") int standbyDatabase) {
        this.live = live;
        this.liveDatabase = inUse.getDatabase();
        this.standbyDatabase = standbyDatabase;
        this.connections = another(inUse, standbyDatabase);
        this.standby = new StringRedisTemplate(connections);
        this.liveMarks = liveMarks;
        this.marks = new Marks(jdbc, SUFFIX);
        this.rows = new StandbyRows(jdbc);
        this.readModel = new ReadModel(standby, marks);
        this.transactions = transactions;
    }

    private static JedisConnectionFactory another(JedisConnectionFactory inUse, int database) {
        RedisStandaloneConfiguration known = Objects.requireNonNull(inUse.getStandaloneConfiguration());
        RedisStandaloneConfiguration server = new RedisStandaloneConfiguration(known.getHostName(), known.getPort());
        server.setUsername(known.getUsername());
        server.setPassword(known.getPassword());
        server.setDatabase(database);
        JedisConnectionFactory factory = new JedisConnectionFactory(server, inUse.getClientConfiguration());
        factory.setUseUnifiedJedis(false);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    /** The name of the processor, and of the mark, that belong to the content built beside. */
    public static String nameOf(String projection) {
        return projection + SUFFIX;
    }

    /** Where its projectors write. */
    public ReadModel readModel() {
        return readModel;
    }

    /** The content in use, for comparison. */
    public StringRedisTemplate live() {
        return live;
    }

    /** The content built beside. */
    public StringRedisTemplate beside() {
        return standby;
    }

    /** Forgets the content built beside, and begins another one, which stays incomplete until {@link #complete} is called. */
    public void begin() {
        drop();
        Projections.IN_REDIS.forEach(marks::beginAnew);
        rows.incomplete();
    }

    /** Forgets the content built beside. */
    public void drop() {
        try (RedisConnection connection = connections.getConnection()) {
            connection.serverCommands().flushDb(FlushOption.ASYNC);
        }
        rows.delete();
    }

    /** From now on the content built beside may be swapped in. */
    public void complete() {
        rows.complete();
    }

    /** Whether there is a content beside that was once complete: an old one, or a new one that was not swapped in. */
    public boolean isComplete() {
        return Projections.IN_REDIS.stream()
                .allMatch(projection -> marks.find(projection)
                        .filter(mark -> !mark.isRebuilding())
                        .filter(mark -> mark.generation().equals(generationIn(standby, projection)))
                        .isPresent());
    }

    /** The newest event applied to the content in use; -1 when none. */
    public long liveIndex(String projection) {
        return liveMarks.find(projection).map(Mark::lastIndex).orElse(-1L);
    }

    /** The newest event applied to the content built beside; -1 when none. */
    public long index(String projection) {
        return marks.find(projection).map(Mark::lastIndex).orElse(-1L);
    }

    /** Changes with every rebuild of the content in use. */
    public String liveGeneration(String projection) {
        return liveMarks.find(projection).map(Mark::generation).orElse("");
    }

    /** Keys of the content built beside. */
    public long keys() {
        try (RedisConnection connection = connections.getConnection()) {
            Long size = connection.serverCommands().dbSize();
            return size == null ? 0 : size;
        }
    }

    /**
     * A key in one of the two databases that is not the read model's, and that a swap would move too. What dies by itself
     * may be there: whoever wrote it writes it again.
     */
    public Optional<String> foreignKey() {
        return foreignKey(live).or(() -> foreignKey(standby));
    }

    private static Optional<String> foreignKey(StringRedisTemplate redis) {
        ScanOptions all = ScanOptions.scanOptions().count(KEYS_PER_SCAN).build();
        try (Cursor<String> keys = redis.scan(all)) {
            while (keys.hasNext()) {
                String key = keys.next();
                if (!key.startsWith(CONTENT) && !key.startsWith(RehearsedReadModel.KEYS) && isLasting(redis, key)) {
                    return Optional.of(key);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isLasting(StringRedisTemplate redis, String key) {
        return Long.valueOf(-1).equals(redis.getExpire(key));
    }

    /**
     * Both contents change places, with their marks and tokens; no processor may run. Whoever looks at the marks meanwhile
     * waits, see {@link ReadModelState}.
     *
     * @param owner who may hold the tokens: this process
     * @throws IllegalStateException another process has taken a token; nothing was changed
     */
    public void swap(String owner) {
        transactions.executeWithoutResult(transaction -> {
            rows.lock();
            rows.refuseOwnersBut(owner);
            rows.exchange();
            try (RedisConnection connection = connections.getConnection()) {
                connection.execute("SWAPDB", bytes(liveDatabase), bytes(standbyDatabase));
            }
        });
    }

    /**
     * A process that died between the two steps of a swap left Redis swapped and PostgreSQL not: its rows follow now.
     *
     * @return whether there was something to finish
     */
    public boolean finishInterruptedSwap() {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            // a swap that is under way elsewhere is no interrupted one: its end is waited for
            rows.lock();
            boolean half = isHalfSwapped();
            if (half) {
                rows.exchange();
            }
            return half;
        }));
    }

    private boolean isHalfSwapped() {
        Object inUse = generationIn(live, Projections.SALES);
        return inUse != null
                && !inUse.equals(liveGeneration(Projections.SALES))
                && marks.find(Projections.SALES)
                        .filter(mark -> inUse.equals(mark.generation()))
                        .isPresent();
    }

    private static @Nullable Object generationIn(StringRedisTemplate redis, String projection) {
        return redis.opsForHash().get(ReadModel.markKey(projection), "generation");
    }

    private static byte[] bytes(int database) {
        return Integer.toString(database).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void destroy() {
        connections.destroy();
    }
}
