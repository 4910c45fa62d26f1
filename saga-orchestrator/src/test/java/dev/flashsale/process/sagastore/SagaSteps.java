package dev.flashsale.process.sagastore;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.AssociationValuesImpl;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.jspecify.annotations.Nullable;

/** One step of a history, as a saga repository would take it, and what it shows. */
final class SagaSteps {
    private static final int SAGAS = 12;
    private static final int VALUES = 5;

    private SagaSteps() {}

    static String take(SagaStore<Object> store, Random random) {
        String id = "saga-" + random.nextInt(SAGAS);
        SagaStore.Entry<Parcel> entry = store.loadSaga(Parcel.class, id);
        String seen = id + ":" + shown(entry) + ":" + new TreeSet<>(store.findSagas(Parcel.class, anyValue(random)));
        int step = random.nextInt(4);
        if (entry == null && step > 0) {
            Set<AssociationValue> values = new HashSet<>(Set.of(anyValue(random)));
            values.add(anyValue(random));
            store.insertSaga(Parcel.class, id, new Parcel(random.nextInt()), values);
        } else if (entry != null && step == 1) {
            store.deleteSaga(Parcel.class, id, entry.associationValues());
        } else if (entry != null && step > 1) {
            AssociationValues values = new AssociationValuesImpl(entry.associationValues());
            values.add(anyValue(random));
            values.remove(anyValue(random));
            entry.saga().content += random.nextInt(2);
            store.updateSaga(Parcel.class, id, entry.saga(), values);
        }
        return seen;
    }

    private static String shown(SagaStore.@Nullable Entry<Parcel> entry) {
        if (entry == null) {
            return "-";
        }
        Set<String> values = new TreeSet<>();
        entry.associationValues().forEach(value -> values.add(value.getKey() + "=" + value.getValue()));
        return entry.saga().content + "" + values;
    }

    private static AssociationValue anyValue(Random random) {
        return new AssociationValue("parcel", Integer.toString(random.nextInt(VALUES)));
    }
}
