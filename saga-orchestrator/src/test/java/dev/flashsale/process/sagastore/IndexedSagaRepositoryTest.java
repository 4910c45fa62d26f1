package dev.flashsale.process.sagastore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.Saga;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.junit.jupiter.api.Test;

class IndexedSagaRepositoryTest {
    private static final int SAGAS = 8;

    @Test
    void itFindsWhatAxonsRepositoryFinds() {
        long seed = System.nanoTime();
        System.out.println("IndexedSagaRepositoryTest seed " + seed);
        Random random = new Random(seed);
        // given
        AnnotatedSagaRepository<Parcel> stock = AnnotatedSagaRepository.<Parcel>builder()
                .sagaType(Parcel.class)
                .sagaStore(new InMemorySagaStore())
                .build();
        AnnotatedSagaRepository<Parcel> indexed =
                new IndexedSagaRepository<>(Parcel.class, new InMemorySagaStore(), AnnotatedSagaRepository.builder());
        for (int batch = 0; batch < 200; batch++) {
            // when
            long choices = random.nextLong();
            List<Set<String>> expected = batch(stock, new Random(choices));
            List<Set<String>> actual = batch(indexed, new Random(choices));

            // then
            assertThat(actual).as("seed %d, batch %d", seed, batch).isEqualTo(expected);
        }
    }

    // a unit of work of its own for each repository: Axon keeps unsaved sagas there by the name of their type
    private static List<Set<String>> batch(AnnotatedSagaRepository<Parcel> repository, Random random) {
        UnitOfWork<Message<?>> unit = DefaultUnitOfWork.startAndGet(null);
        List<Set<String>> found = new ArrayList<>();
        for (int step = 0; step < 20; step++) {
            found.add(step(repository, random));
        }
        unit.commit();
        return found;
    }

    private static Set<String> step(AnnotatedSagaRepository<Parcel> repository, Random random) {
        String id = "saga-" + random.nextInt(SAGAS);
        Saga<Parcel> saga = repository.load(id);
        if (saga == null) {
            saga = repository.createInstance(id, () -> new Parcel(1));
        }
        saga.getAssociationValues().add(value(random));
        saga.getAssociationValues().remove(value(random));
        return new TreeSet<>(repository.find(value(random)));
    }

    private static AssociationValue value(Random random) {
        return new AssociationValue("parcel", Integer.toString(random.nextInt(4)));
    }
}
