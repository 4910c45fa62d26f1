package dev.flashsale.process.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.process.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.axonframework.deadline.dbscheduler.DbSchedulerBinaryDeadlineDetails;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.SagaScopeDescriptor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class StoredDeadlinesTest {
    private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
    private static final ScopeDescriptor SCOPE = new SagaScopeDescriptor("Parcel", "p1");
    private static final ScopeDescriptor OTHER_SCOPE = new SagaScopeDescriptor("Parcel", "p2");

    private final TestDatabase database = new TestDatabase();
    private final StoredDeadlines deadlines =
            new StoredDeadlines(database.connections, database.transactions, database.serializer);
    private final Receiver receiver = new Receiver();

    @AfterEach
    void endWhatAFailedTestLeftOpen() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
    }

    @Test
    void theLongestOverdueComesFirstAndWhatIsNotDueStays() {
        // given
        UnitOfWork<Message<?>> batch = database.unitOfWork();
        schedule(3, SCOPE);
        schedule(-1, SCOPE);
        schedule(-2, SCOPE);
        schedule(0, SCOPE);
        batch.commit();

        // when
        int due = node().fire(10);

        // then
        assertThat(due).isEqualTo(3);
        assertThat(receiver.received).containsExactly("-2", "-1", "0");
        assertThat(stored()).containsExactly("\"3\"");
    }

    @Test
    void scheduleAndCancelBehaveAsAListWouldWhateverIsRolledBack() {
        // given
        long seed = System.nanoTime();
        System.out.println("StoredDeadlinesTest seed " + seed);
        Random random = new Random(seed);
        Map<String, Integer> committed = new LinkedHashMap<>();
        for (int round = 0; round < 150; round++) {
            // when
            Map<String, Integer> expected = new LinkedHashMap<>(committed);
            UnitOfWork<Message<?>> batch = database.unitOfWork();
            for (int step = random.nextInt(6); step >= 0; step--) {
                int number = round * 10 + step;
                switch (random.nextInt(9)) {
                    case 0, 1, 2, 3 -> expected.put(schedule(number, number % 2 == 0 ? SCOPE : OTHER_SCOPE), number);
                    case 4, 5, 6 -> {
                        List<String> ids = new ArrayList<>(expected.keySet());
                        if (!ids.isEmpty()) {
                            String id = ids.get(random.nextInt(ids.size()));
                            deadlines.cancelSchedule("window", id);
                            expected.remove(id);
                        }
                    }
                    case 7 -> {
                        deadlines.cancelAllWithinScope("window", SCOPE);
                        expected.values().removeIf(n -> n % 2 == 0);
                    }
                    default -> {
                        if (random.nextInt(10) == 0) {
                            deadlines.cancelAll("window");
                            expected.clear();
                        }
                    }
                }
            }
            if (random.nextInt(4) == 0) {
                batch.rollback();
            } else {
                batch.commit();
                committed = expected;
            }

            // then
            assertThat(stored())
                    .as("seed %d, round %d", seed, round)
                    .containsExactlyInAnyOrderElementsOf(committed.values().stream()
                            .map(n -> "\"" + n + "\"")
                            .toList());
        }
    }

    @Test
    void whatWasSetAndCancelledTogetherNeverReachesTheDatabase() {
        // given
        UnitOfWork<Message<?>> batch = database.unitOfWork();
        String xid = "select pg_current_xact_id_if_assigned()::text";

        // when
        deadlines.cancelSchedule("window", schedule(1, SCOPE));
        // a transaction gets its number with its first write
        List<@Nullable String> written = new ArrayList<>();
        batch.onCommit(unit -> unit.onCommit(last -> written.add(database.jdbc.queryForObject(xid, String.class))));
        batch.commit();

        // then
        assertThat(written).containsOnlyNulls();
    }

    @Test
    void oneThatFailsComesLaterAndHoldsNobodyBack() {
        // given
        schedule(-3, SCOPE);
        schedule(-2, SCOPE);
        schedule(-1, SCOPE);
        receiver.refused.add("-2");

        // when
        node().fire(10);

        // then
        assertThat(receiver.received).contains("-3", "-1");
        assertThat(stored()).containsExactly("\"-2\"");
        assertThat(node().fire(10)).isZero();

        // when
        receiver.refused.clear();
        node(NOW.plusSeconds(2)).fire(10);

        // then
        assertThat(receiver.received).endsWith("-2");
        assertThat(stored()).isEmpty();
    }

    @Test
    void twoNodesShareWhatIsDue() {
        // given
        int many = 600;
        UnitOfWork<Message<?>> batch = database.unitOfWork();
        for (int number = 1; number <= many; number++) {
            schedule(-number, SCOPE);
        }
        batch.commit();

        // when
        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            nodes.add(CompletableFuture.runAsync(() -> {
                while (node().fire(50) > 0) {
                    Thread.onSpinWait();
                }
            }));
        }
        CompletableFuture.allOf(nodes.toArray(CompletableFuture[]::new)).join();

        // then
        assertThat(receiver.received).hasSize(many).doesNotHaveDuplicates();
        assertThat(stored()).isEmpty();
    }

    @Test
    void oneThatIsFiringIsNotWaitedFor() {
        // given
        String id = schedule(-1, SCOPE);
        UnitOfWork<Message<?>> firing = database.unitOfWork();
        assertThat(deadlines.table().claimDue(NOW, 10)).hasSize(1);

        // when
        CompletableFuture.runAsync(() -> deadlines.cancelSchedule("window", id)).join();

        // then
        assertThat(stored()).hasSize(1);
        firing.rollback();
    }

    @Test
    void deadlinesOfTheFormerSchedulerAreTakenOver() throws IOException {
        // given
        database.jdbc.update(
                "insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)"
                        + " values ('AxonDeadline', 'old', ?, now() - interval '1 minute', false, 1)",
                formerDeadline());

        // when
        new OldDeadlines(database.jdbc, new TransactionTemplate(database.springTransactions), deadlines).start();
        node(Instant.now()).fire(10);

        // then
        assertThat(receiver.received).containsExactly("from before");
        assertThat(database.jdbc.queryForObject("select count(*) from scheduled_tasks", Integer.class))
                .isZero();
    }

    private byte[] formerDeadline() throws IOException {
        var details = new DbSchedulerBinaryDeadlineDetails(
                "window",
                json(SCOPE),
                SagaScopeDescriptor.class.getName(),
                json("from before"),
                "java.lang.String",
                null,
                json(MetaData.emptyInstance()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(details);
        }
        return bytes.toByteArray();
    }

    private byte[] json(Object content) {
        return database.serializer.serialize(content, byte[].class).getData();
    }

    private String schedule(int secondsFromNow, ScopeDescriptor scope) {
        return deadlines.schedule(NOW.plusSeconds(secondsFromNow), "window", Integer.toString(secondsFromNow), scope);
    }

    private DueDeadlines node() {
        return node(NOW);
    }

    private DueDeadlines node(Instant now) {
        return new DueDeadlines(deadlines, receiver, database.transactions, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<String> stored() {
        return database.jdbc.queryForList("select payload from deadline", String.class);
    }
}
