package dev.flashsale.kernel.samples;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** The fields of a stored record, those of the records inside it included. */
final class EventFields {
    /** A field and the record that declares it. */
    record Field(Class<?> owner, String name) {}

    private EventFields() {}

    static List<Field> of(Class<?> recordType) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : recordType.getRecordComponents()) {
            fields.add(new Field(recordType, component.getName()));
            Class<?> inner = elementType(component.getGenericType());
            if (inner.isRecord()) {
                fields.addAll(of(inner));
            }
        }
        return fields;
    }

    private static Class<?> elementType(Type type) {
        Type element = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
        return element instanceof Class<?> c ? c : Object.class;
    }
}
