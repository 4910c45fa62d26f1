package dev.flashsale.query.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.query.testing.TestStores;
import java.nio.charset.StandardCharsets;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.jedis.JedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A process dies in the middle of a swap: Redis has swapped, and PostgreSQL does not know. */
class InterruptedSwapTest {
    private static final int IN_USE = 3;
    private static final int BESIDE = 4;

    private final DataSource database = TestStores.separateDatabase();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final JedisConnectionFactory connections = connections();
    private final StringRedisTemplate redis = new StringRedisTemplate(connections);
    private final Standby standby = new Standby(
            redis,
            connections,
            new Marks(jdbc),
            jdbc,
            new TransactionTemplate(new DataSourceTransactionManager(database)),
            BESIDE);

    private static JedisConnectionFactory connections() {
        TestStores.ensureRedis();
        RedisStandaloneConfiguration server = new RedisStandaloneConfiguration("127.0.0.1", TestStores.redisPort());
        server.setDatabase(IN_USE);
        JedisConnectionFactory factory = new JedisConnectionFactory(server);
        factory.setUseUnifiedJedis(false);
        factory.afterPropertiesSet();
        factory.start();
        return factory;
    }

    @BeforeEach
    void twoContents() {
        for (String projection : Projections.IN_REDIS) {
            content(projection, "old", redis);
            content(Standby.nameOf(projection), "new", standby.beside());
        }
    }

    private void content(String name, String generation, StringRedisTemplate in) {
        String projection = name.replace("@standby", "");
        in.opsForHash().put(ReadModel.markKey(projection), "generation", generation);
        in.opsForHash().put(ReadModel.markKey(projection), "index", "7");
        jdbc.sql("insert into read_model_mark (projection, generation, last_index, complete_at) values (?, ?, 7, 7)")
                .params(name, generation)
                .update();
        jdbc.sql("insert into token_entry (processor_name, segment, token_type) values (?, 0, ?)")
                .params(name, generation)
                .update();
    }

    @AfterEach
    void close() {
        connections.getConnection().serverCommands().flushDb();
        standby.drop();
        standby.destroy();
        connections.destroy();
    }

    @Test
    void theRowsFollowTheContentThatRedisHasInUse() {
        // given
        try (RedisConnection connection = connections.getConnection()) {
            connection.execute("SWAPDB", number(IN_USE), number(BESIDE));
        }

        // when
        boolean finished = standby.finishInterruptedSwap();

        // then
        assertThat(finished).isTrue();
        assertThat(standby.liveGeneration(Projections.PURCHASES)).isEqualTo("new");
        assertThat(tokenOf(Projections.PURCHASES)).isEqualTo("new");
        assertThat(tokenOf(Standby.nameOf(Projections.SALES))).isEqualTo("old");
        assertThat(standby.isComplete()).isTrue();
    }

    @Test
    void whatWasNotInterruptedIsLeftAlone() {
        // when
        boolean finished = standby.finishInterruptedSwap();

        // then
        assertThat(finished).isFalse();
        assertThat(standby.liveGeneration(Projections.SALES)).isEqualTo("old");
    }

    @Test
    void aSwapMovesContentMarksAndTokensTogether() {
        // when
        standby.swap("this process");

        // then
        assertThat(redis.opsForHash().get(ReadModel.markKey(Projections.SALES), "generation"))
                .isEqualTo("new");
        assertThat(standby.liveGeneration(Projections.SALES)).isEqualTo("new");
        assertThat(tokenOf(Projections.SALES)).isEqualTo("new");
        assertThat(standby.finishInterruptedSwap()).isFalse();
    }

    private String tokenOf(String name) {
        return jdbc.sql("select token_type from token_entry where processor_name = ?")
                .param(name)
                .query(String.class)
                .single();
    }

    private static byte[] number(int database) {
        return Integer.toString(database).getBytes(StandardCharsets.US_ASCII);
    }
}
