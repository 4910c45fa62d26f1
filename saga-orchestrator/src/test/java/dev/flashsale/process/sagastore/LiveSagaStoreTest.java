package dev.flashsale.process.sagastore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.process.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveSagaStoreTest {
    private static final int MANY = 1_000;

    private final TestDatabase database = new TestDatabase();

    @AfterEach
    void endWhatAFailedTestLeftOpen() {
        while (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().rollback();
        }
    }

    @Test
    void nodesThatTakeTurnsAndRestartAnswerAsAxonsJdbcStoreDoes() throws Exception {
        // given
        long seed = System.nanoTime();
        System.out.println("LiveSagaStoreTest seed " + seed);
        Random random = new Random(seed);
        JdbcSagaStore reference = JdbcSagaStore.builder()
                .connectionProvider(database.connections)
                .sqlSchema(new PostgresSagaSqlSchema())
                .serializer(database.serializer)
                .build();
        reference.createSchema();
        LiveSagaStore[] nodes = {node(3), node(MANY)};
        for (int round = 0; round < 400; round++) {
            int turn = random.nextInt(nodes.length);
            if (random.nextInt(20) == 0) {
                nodes[turn] = node(random.nextInt(5));
            }

            // when
            UnitOfWork<Message<?>> unit = database.unitOfWork();
            List<String> expected = new ArrayList<>();
            List<String> actual = new ArrayList<>();
            for (int step = random.nextInt(6); step >= 0; step--) {
                long choice = random.nextLong();
                expected.add(SagaSteps.take(reference, new Random(choice)));
                actual.add(SagaSteps.take(nodes[turn], new Random(choice)));
            }

            // then
            assertThat(actual).as("seed %d, round %d", seed, round).isEqualTo(expected);
            if (random.nextInt(4) == 0) {
                unit.rollback();
            } else {
                unit.commit();
            }
        }
    }

    @Test
    void aSagaThatAnotherNodeChangedMeanwhileIsNotOverwritten() {
        // given
        LiveSagaStore here = node(MANY);
        LiveSagaStore there = node(MANY);
        here.insertSaga(Parcel.class, "p", new Parcel(1), associatedWith("1"));
        UnitOfWork<Message<?>> unit = database.unitOfWork();
        content(here, "p");

        // when
        CompletableFuture.runAsync(() -> update(there, "p", 2)).join();
        update(here, "p", 3);

        // then
        assertThatThrownBy(unit::commit).isInstanceOf(SagaConflictException.class);
        assertThat(content(here, "p")).isEqualTo(2);
        assertThat(content(there, "p")).isEqualTo(2);
    }

    @Test
    void whatAnotherNodeStartedAndEndedIsKnownWithTheNextUnitOfWork() {
        // given
        LiveSagaStore here = node(MANY);
        LiveSagaStore there = node(MANY);
        here.insertSaga(Parcel.class, "ends", new Parcel(1), associatedWith("1"));
        assertThat(here.findSagas(Parcel.class, association("1"))).containsExactly("ends");

        // when
        there.deleteSaga(Parcel.class, "ends", associatedWith("1"));
        there.insertSaga(Parcel.class, "starts", new Parcel(2), associatedWith("2"));

        // then
        assertThat(here.findSagas(Parcel.class, association("1"))).isEmpty();
        assertThat(here.findSagas(Parcel.class, association("2"))).containsExactly("starts");
    }

    @Test
    void segmentsOfOneNodeWorkSideBySide() {
        // given
        LiveSagaStore node = node(MANY);
        List<CompletableFuture<Void>> segments = new ArrayList<>();

        // when
        for (String segment : List.of("a", "b", "c")) {
            segments.add(CompletableFuture.runAsync(() -> inABatchEach(30, number -> {
                node.insertSaga(Parcel.class, segment + number, new Parcel(number), associatedWith(segment + number));
                if (number > 0) {
                    update(node, segment + (number - 1), -number);
                }
                if (number > 1) {
                    node.deleteSaga(Parcel.class, segment + (number - 2), Set.of());
                }
            })));
        }
        CompletableFuture.allOf(segments.toArray(CompletableFuture[]::new)).join();

        // then
        assertThat(database.jdbc.queryForList("select saga_id from live_saga", String.class))
                .containsExactlyInAnyOrder("a28", "b28", "c28", "a29", "b29", "c29");
        assertThat(node.held(Parcel.class).size()).isIn(0, 6);
        assertThat(node.findSagas(Parcel.class, association("b29"))).containsExactly("b29");
        assertThat(content(node, "c28")).isEqualTo(-29);
    }

    @Test
    void noMoreContentsAreHeldThanAllowed() {
        // given
        LiveSagaStore node = node(10);
        assertThat(node.findSagas(Parcel.class, association("0"))).isEmpty();

        // when
        UnitOfWork<Message<?>> unit = database.unitOfWork();
        for (int number = 0; number < MANY; number++) {
            node.insertSaga(Parcel.class, "p" + number, new Parcel(number), associatedWith("" + number));
        }
        unit.commit();

        // then
        assertThat(node.held(Parcel.class).size()).isEqualTo(MANY);
        assertThat(node.held(Parcel.class).contents()).isEqualTo(10);
        assertThat(content(node, "p0")).isZero();
        assertThat(content(node, "p999")).isEqualTo(999);
    }

    @Test
    void anUnchangedSagaIsNotWritten() {
        // given
        LiveSagaStore node = node(MANY);
        node.insertSaga(Parcel.class, "p", new Parcel(1), associatedWith("1"));
        Supplier<Long> epoch = () -> database.jdbc.queryForObject("select epoch from saga_epoch", Long.class);
        Long before = epoch.get();

        // when
        update(node, "p", 1);

        // then
        assertThat(epoch.get()).isEqualTo(before);
    }

    private LiveSagaStore node(int mostContents) {
        return new LiveSagaStore(database.connections, database.transactions, database.serializer, mostContents);
    }

    private void inABatchEach(int batches, java.util.function.IntConsumer work) {
        for (int number = 0; number < batches; number++) {
            UnitOfWork<Message<?>> unit = database.unitOfWork();
            work.accept(number);
            unit.commit();
        }
    }

    private static int content(LiveSagaStore store, String id) {
        return Objects.requireNonNull(store.loadSaga(Parcel.class, id)).saga().content;
    }

    private static void update(LiveSagaStore store, String id, int content) {
        SagaStore.Entry<Parcel> entry = store.loadSaga(Parcel.class, id);
        AssociationValues same = new AssociationValuesImpl(entry.associationValues());
        store.updateSaga(Parcel.class, id, new Parcel(content), same);
    }

    private static AssociationValue association(String value) {
        return new AssociationValue("parcel", value);
    }

    private static Set<AssociationValue> associatedWith(String value) {
        return Set.of(association(value));
    }
}
