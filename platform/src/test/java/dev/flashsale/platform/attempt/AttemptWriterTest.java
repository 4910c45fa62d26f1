package dev.flashsale.platform.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.AttemptBatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class AttemptWriterTest {
    private static final Instant NOW = Instant.parse("2026-11-11T00:00:00Z");

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @SuppressWarnings("NullAway.Init")
    private static JdbcTemplate jdbc;

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @BeforeAll
    static void startTheDatabase() throws IOException {
        postgres = EmbeddedPostgres.start();
        var unused = Flyway.configure()
                .dataSource(postgres.getPostgresDatabase())
                .load()
                .migrate();
        jdbc = new JdbcTemplate(postgres.getPostgresDatabase());
    }

    @AfterAll
    static void stopTheDatabase() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyTheTable() {
        jdbc.execute("truncate attempt_batch");
    }

    @Test
    void attemptsAreWrittenInArrivalOrderAndTheRunEndsInOrder() throws Exception {
        // given
        AttemptSettings settings = settings(100_000);
        AttemptLog log = new AttemptLog(settings, new SimpleMeterRegistry());
        AttemptWriter writer = new AttemptWriter(log, new AttemptTable(jdbc), settings, clock);
        writer.start();
        // when more come than one row holds
        List<Attempt> attempts =
                IntStream.range(0, 20_000).mapToObj(AttemptWriterTest::attempt).toList();
        attempts.forEach(log::record);
        writer.stop();
        // then
        assertThat(stored()).isEqualTo(attempts);
        assertThat(jdbc.queryForObject("select sum(attempts) from attempt_batch", Long.class))
                .isEqualTo(20_000);
        assertThat(jdbc.queryForObject("select count(*) from attempt_batch where ends_run", Long.class))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject("select sum(dropped) from attempt_batch", Long.class))
                .isEqualTo(0);
    }

    @Test
    void whatHasNoRoomIsCountedInTheNextRow() throws Exception {
        // given a log with room for ten, and thirty attempts
        AttemptSettings settings = settings(10);
        AttemptLog log = new AttemptLog(settings, new SimpleMeterRegistry());
        IntStream.range(0, 30).mapToObj(AttemptWriterTest::attempt).forEach(log::record);
        // when
        AttemptWriter writer = new AttemptWriter(log, new AttemptTable(jdbc), settings, clock);
        writer.start();
        writer.stop();
        // then
        assertThat(stored()).hasSize(10);
        assertThat(jdbc.queryForObject("select sum(dropped) from attempt_batch", Long.class))
                .isEqualTo(20);
    }

    @Test
    void aRunWithoutAttemptsLeavesNoTrace() throws Exception {
        // given
        AttemptSettings settings = settings(10);
        AttemptLog log = new AttemptLog(settings, new SimpleMeterRegistry());
        AttemptWriter writer = new AttemptWriter(log, new AttemptTable(jdbc), settings, clock);
        // when
        writer.start();
        writer.stop();
        // then
        assertThat(stored()).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from attempt_batch", Long.class))
                .isEqualTo(0);
    }

    @Test
    void aRowSentTwiceIsStoredOnce() {
        // given
        AttemptTable table = new AttemptTable(jdbc);
        java.util.UUID run = java.util.UUID.randomUUID();
        // when
        table.add(run, 1, List.of(attempt(1)), 0, false, NOW);
        table.add(run, 1, List.of(attempt(1)), 0, false, NOW);
        // then
        assertThat(stored()).containsExactly(attempt(1));
    }

    @Test
    void whatIsOlderThanTheRetentionIsForgotten() throws Exception {
        // given
        AttemptSettings settings = settings(10);
        AttemptTable table = new AttemptTable(jdbc);
        java.util.UUID run = java.util.UUID.randomUUID();
        table.add(run, 1, List.of(), 0, false, NOW.minus(Duration.ofDays(31)));
        table.add(run, 2, List.of(), 0, false, NOW.minus(Duration.ofDays(29)));
        // when
        AttemptWriter writer =
                new AttemptWriter(new AttemptLog(settings, new SimpleMeterRegistry()), table, settings, clock);
        writer.start();
        // then
        await().untilAsserted(() -> assertThat(jdbc.queryForList("select number from attempt_batch", Long.class))
                .containsExactly(2L));
        writer.stop();
    }

    private static List<Attempt> stored() {
        return jdbc
                .query(
                        "select format, payload from attempt_batch order by batch_id",
                        (row, number) -> AttemptBatch.decode(row.getInt(1), row.getBytes(2)))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static Attempt attempt(int number) {
        return new Attempt(Attempt.micros(NOW) + number, "sale", "user-" + number, false, "tea", 1, "SOLD_OUT", null);
    }

    private static AttemptSettings settings(int capacity) {
        return new AttemptSettings(true, capacity, Duration.ofMillis(10), 30);
    }
}
