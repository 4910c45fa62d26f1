package dev.flashsale.standalone.catalogue;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One field of a stored record, as a reader of the JSON sees it. */
record FieldRow(String name, String type, String unit, String meaning) {
    static List<FieldRow> of(Class<?> type, SourceDocs docs) {
        return Arrays.stream(type.getRecordComponents())
                .map(field -> new FieldRow(
                        field.getName(), typeOf(field.getGenericType()), unitOf(field), meaning(type, field, docs)))
                .toList();
    }

    /** Collects the records inside a record, those inside them included. */
    static void inside(Class<?> type, Set<Class<?>> found) {
        for (RecordComponent field : type.getRecordComponents()) {
            if (element(field.getGenericType()) instanceof Class<?> inner && inner.isRecord() && found.add(inner)) {
                inside(inner, found);
            }
        }
    }

    /** Said at the record, or where the family of events promises the field. */
    private static String meaning(Class<?> type, RecordComponent field, SourceDocs docs) {
        return Stream.concat(
                        Stream.of(docs.of(type.getName()).params().getOrDefault(field.getName(), "")),
                        Arrays.stream(type.getInterfaces())
                                .map(family ->
                                        docs.of(family.getName()).methods().getOrDefault(field.getName() + "()", "")))
                .filter(text -> !text.isBlank())
                .map(text -> text.replaceFirst("^The ", "the ").replaceFirst("\\.$", ""))
                .findFirst()
                .orElse("");
    }

    private static String typeOf(Type type) {
        if (type instanceof ParameterizedType) {
            return "list of " + typeOf(element(type));
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isEnum()) {
            return "one of "
                    + Arrays.stream(plain.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        if (plain.isRecord()) {
            return "`" + plain.getSimpleName() + "`";
        }
        if (plain == String.class) {
            return "text";
        }
        if (plain == Instant.class) {
            return "instant";
        }
        return plain == boolean.class ? "true or false" : "whole number";
    }

    private static String unitOf(RecordComponent field) {
        String name = field.getName();
        if (name.endsWith("Minor")) {
            return "minor units of the currency";
        }
        if (name.endsWith("Ms")) {
            return "milliseconds";
        }
        if (field.getType() == Instant.class) {
            return "ISO-8601, UTC";
        }
        if (name.equals("units") || name.endsWith("Units")) {
            return "units of the item";
        }
        return name.equals("quantity") || name.equals("limitPerUser") ? "pieces of the offer" : "";
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type;
    }
}
