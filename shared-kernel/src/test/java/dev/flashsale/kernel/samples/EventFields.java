package dev.flashsale.kernel.samples;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** The fields of a stored record, those of the records inside it included. */
final class EventFields {
    /**
     * A field and the record that declares it.
     *
     * @param type its class; of a list, the class of what is in it
     */
    record Field(Class<?> owner, String name, Class<?> type) {
        String qualifiedName() {
            return owner.getSimpleName() + "." + name;
        }
    }

    private EventFields() {}

    static List<Field> of(Class<?> recordType) {
        List<Field> fields = new ArrayList<>();
        for (RecordComponent component : recordType.getRecordComponents()) {
            Class<?> inner = elementType(component.getGenericType());
            fields.add(new Field(recordType, component.getName(), inner));
            if (inner.isRecord()) {
                fields.addAll(of(inner));
            }
        }
        return fields;
    }

    private static Class<?> elementType(Type type) {
        boolean isList = type instanceof ParameterizedType generic && generic.getRawType() == List.class;
        Type element = isList ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
        return element instanceof Class<?> c ? c : Object.class;
    }
}
