package dev.flashsale.query.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flashsale.kernel.order.OrderPaid;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ProjectorFactory;
import dev.flashsale.query.redis.Standby;
import dev.flashsale.query.replay.ReplayStatus.State;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.RandomHistory;
import dev.flashsale.query.testing.RedisDump;
import dev.flashsale.query.testing.Shop;
import dev.flashsale.query.testing.TestStores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.Registration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@QuerySideTest
class ReplayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Shop shop;

    @Autowired
    Configuration axon;

    @Autowired
    Replays replays;

    @Autowired
    Standby standby;

    @Autowired
    StringRedisTemplate redis;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Followers followers;

    @Autowired
    LiveProcessors live;

    @Autowired
    Contents contents;

    @Autowired
    EventStore events;

    @Autowired
    TokenStore tokens;

    @Autowired
    TransactionManager transactions;

    @Autowired
    List<ProjectorFactory> factories;

    private final ScheduledExecutorService replaying = Executors.newScheduledThreadPool(2);
    private List<Object> later = List.of();
    private Map<String, String> before = Map.of();

    @BeforeEach
    void aSaleHasBeenProjected() {
        TestStores.ensureRedis();
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        shop.publish(RandomHistory.of(seed, 40));
        later = RandomHistory.of(seed + 1, 40);
        shop.awaitProjections();
        before = RedisDump.of(redis);
    }

    @AfterEach
    void allIsInUse() {
        replaying.shutdownNow();
        jdbc.sql("delete from token_entry where owner = 'elsewhere'").update();
        shop.awaitProjections();
    }

    @Test
    void theRebuiltContentTakesThePlaceOfTheOneInUseAndIsTheSame() {
        // given
        String generation = standby.liveGeneration(Projections.PURCHASES);

        // when
        ReplayStatus end = ended(replays.start(null));

        // then
        assertThat(end.state()).as(end.detail()).isEqualTo(State.SWAPPED);
        assertThat(end.same()).as("%s", end.differing()).isTrue();
        assertThat(end.handledEvents()).isPositive();
        assertThat(RedisDump.of(redis)).isEqualTo(before);
        assertThat(standby.liveGeneration(Projections.PURCHASES)).isNotEqualTo(generation);
    }

    @Test
    void whatNoEventWroteIsGoneAndNamed() {
        // given
        redis.opsForHash().put("read:purchase:nobody", "status", "PAID");

        // when
        ReplayStatus end = ended(replays.start(null));

        // then
        assertThat(end.state()).as(end.detail()).isEqualTo(State.SWAPPED);
        assertThat(end.same()).isFalse();
        assertThat(end.differing()).containsExactly("read:purchase:nobody");
        assertThat(RedisDump.of(redis)).isEqualTo(before);
    }

    @Test
    void whatHappensDuringAReplayIsInTheNewContentAndInTheOld() {
        // when
        ReplayStatus begun = replays.start(null);
        shop.publish(later);
        ReplayStatus end = ended(begun);

        // then
        shop.awaitProjections();
        Map<String, String> now = RedisDump.of(redis);
        assertThat(end.same()).as("%s", end.differing()).isTrue();
        assertThat(now).hasSizeGreaterThan(before.size());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RedisDump.of(standby.beside())).isEqualTo(now));
    }

    @Test
    void theEarlierContentComesBackWithWhatHappenedMeanwhile() {
        // given
        redis.opsForHash().put("read:purchase:nobody", "status", "PAID");
        ReplayStatus replayed = ended(replays.start(null));
        assertThat(replayed.state()).as(replayed.detail()).isEqualTo(State.SWAPPED);
        shop.publish(later);

        // when
        ReplayStatus end = ended(replays.swapBack());

        // then
        assertThat(end.state()).as(end.detail()).isEqualTo(State.SWAPPED);
        shop.awaitProjections();
        assertThat(RedisDump.of(redis)).containsKey("read:purchase:nobody").hasSizeGreaterThan(before.size() + 1);
        redis.unlink("read:purchase:nobody");
    }

    @Test
    void aPartIsBuiltBesideAndNeverSwappedIn() {
        // given
        String generation = standby.liveGeneration(Projections.SALES);
        long middle = standby.liveIndex(Projections.PURCHASES) / 2;

        // when
        ReplayStatus end = ended(replays.start(Long.toString(middle)));

        // then
        assertThat(end.state()).as(end.detail()).isEqualTo(State.PARTIAL);
        assertThat(end.same()).isFalse();
        assertThat(standby.index(Projections.PURCHASES)).isLessThanOrEqualTo(middle);
        assertThat(standby.liveGeneration(Projections.SALES)).isEqualTo(generation);
        assertThatThrownBy(replays::swapBack).isInstanceOf(ApiProblem.class).hasMessageContaining("no earlier content");
    }

    @Test
    void aReplayThatDoesNothingFailsLoudlyAndLeavesAlone() {
        // given tokens at the newest event, as after a reset that did nothing
        String generation = standby.liveGeneration(Projections.SALES);
        ended(replays.start("0"));
        standby.begin();
        transactions.executeInTransaction(() -> Projections.IN_REDIS.forEach(
                projection -> tokens.initializeTokenSegments(Standby.nameOf(projection), 1, events.createHeadToken())));
        Progress progress = new Progress();

        // when
        new ReplayJob(standby, followers.create(), live, contents, true, Long.MAX_VALUE, progress).run();

        // then
        assertThat(progress.status().state()).isEqualTo(State.FAILED);
        assertThat(progress.status().detail()).contains("the replay did nothing", "0 of them were handled");
        assertThat(standby.liveGeneration(Projections.SALES)).isEqualTo(generation);
        assertThat(RedisDump.of(redis)).isEqualTo(before);
    }

    @Test
    void anEventThatWasCommittedLateDoesNotHoldUpTheSwap() {
        // given that the newest event is not of the purchases', and that a replay reads the one before it after it
        shop.publish(List.of(
                new OrderPaid("late", "payment", 1, "EUR", Instant.EPOCH), new FlashSaleClosed("late", Instant.EPOCH)));
        shop.awaitProjections();
        ended(replays.start("0"));
        standby.begin();
        StreamableMessageSource<TrackedEventMessage<?>> late = new LateEvent(events);
        List<Follower> reading = List.of(follower(Projections.PURCHASES, late), follower(Projections.SALES, events));
        Progress progress = new Progress();

        // when
        new ReplayJob(standby, reading, live, contents, true, Long.MAX_VALUE, progress).run();

        // then
        assertThat(progress.status().state()).as(progress.status().detail()).isEqualTo(State.SWAPPED);
        assertThat(progress.status().same())
                .as("%s", progress.status().differing())
                .isTrue();
        reading.forEach(Follower::stop);
    }

    @Test
    void aPositionThatTheOneInUseGotFromALateEventDoesNotHoldUpTheSwap() {
        // given purchases that were written last under the position of a later event, which is none of theirs
        shop.publish(List.of(new FlashSaleClosed("late", Instant.EPOCH)));
        shop.awaitProjections();
        long head = events.createHeadToken().position().orElseThrow();
        redis.opsForHash().put("read:mark:" + Projections.PURCHASES, "index", Long.toString(head));
        jdbc.sql("update read_model_mark set last_index = ? where projection = ?")
                .params(head, Projections.PURCHASES)
                .update();

        // when
        ReplayStatus end = ended(replays.start(null));

        // then
        assertThat(end.state()).as(end.detail()).isEqualTo(State.SWAPPED);
        assertThat(end.same()).as("%s", end.differing()).isTrue();
    }

    private Follower follower(String projection, StreamableMessageSource<TrackedEventMessage<?>> source) {
        return new Follower(
                projection,
                factories.stream()
                        .filter(factory -> factory.projection().equals(projection))
                        .map(factory -> factory.writingTo(standby.readModel()))
                        .toList(),
                source,
                tokens,
                transactions,
                replaying,
                100);
    }

    @Test
    void aSegmentThatAnotherProcessHoldsIsNamedAndRefused() {
        // given
        ended(replays.start("0"));
        standby.drop();
        jdbc.sql(
                        "insert into token_entry (processor_name, segment, owner, timestamp)"
                                + " values (?, 0, 'elsewhere', to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'))")
                .param(Standby.nameOf(Projections.SALES))
                .update();

        // then
        assertThatThrownBy(() -> replays.start(null))
                .isInstanceOf(ApiProblem.class)
                .hasMessageContaining("segment 0 of ReadModel_Sales@standby is held by elsewhere");
    }

    @Test
    void aReplaySendsNoCommandAndTellsNobody() {
        // given
        AtomicInteger sent = new AtomicInteger();
        CommandBus commands = axon.commandBus();
        QueryUpdateEmitter updates = axon.queryUpdateEmitter();
        try (Registration command = commands.registerDispatchInterceptor(messages -> (index, message) -> {
                    sent.incrementAndGet();
                    return message;
                });
                Registration update = updates.registerDispatchInterceptor(messages -> (index, message) -> {
                    sent.incrementAndGet();
                    return message;
                })) {

            // when
            ReplayStatus end = ended(replays.start(null));

            // then
            assertThat(end.state()).as(end.detail()).isEqualTo(State.SWAPPED);
            assertThat(sent).hasValue(0);
        }
    }

    private ReplayStatus ended(ReplayStatus begun) {
        assertThat(begun.projections()).isEqualTo(Projections.IN_REDIS);
        await().atMost(PATIENCE)
                .until(() -> replays.status().orElseThrow().state().isFinal());
        return replays.status().orElseThrow();
    }
}
