package dev.flashsale.query.redis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what one batch of events writes to Redis. Every write may be repeated, and come in any order. */
public final class Writes {
    private final Map<String, Map<String, Facet>> entities = new LinkedHashMap<>();
    private final Map<Slot, Latest> values = new LinkedHashMap<>();
    private final List<Simple> simple = new ArrayList<>();
    private long newestIndex = -1;

    Writes() {}

    /**
     * Sets fields of an entity, unless a newer event has set them. Fields that belong to one facet are always set together;
     * null removes a field.
     */
    public void entity(String key, String facet, long index, Map<String, @Nullable String> fields) {
        entities.computeIfAbsent(key, k -> new LinkedHashMap<>())
                .merge(
                        "~" + facet,
                        new Facet(index, fields),
                        (known, other) -> known.index() < other.index() ? other : known);
        touch(index);
    }

    /** Sets one value of a hash of values, unless a newer event has set it; the indexes are kept in a hash of their own. */
    public void value(String key, String guardKey, String field, long index, String value) {
        values.merge(
                new Slot(guardKey, field),
                new Latest(key, index, value),
                (known, other) -> known.index() < other.index() ? other : known);
        touch(index);
    }

    /** Sets a field that only ever gets this one value. */
    public void put(String key, String field, String value, long index) {
        simple.add(new Simple("put", key, field, value));
        touch(index);
    }

    /** Puts a member into a sorted set; it always has the same score. */
    public void rank(String key, String member, long score, long index) {
        simple.add(new Simple("rank", key, Long.toString(score), member));
        touch(index);
    }

    /** The newest event among those gathered. */
    long newestIndex() {
        return newestIndex;
    }

    void appendTo(List<String> keys, List<String> arguments) {
        entities.forEach((key, facets) -> {
            keys.add(key);
            arguments.add("entity");
            arguments.add(Integer.toString(facets.size()));
            facets.values().forEach(facet -> facet.appendNumbers(arguments));
            facets.forEach((name, facet) -> facet.appendWhatIsSet(name, arguments));
            facets.values().forEach(facet -> facet.appendWhatIsDropped(arguments));
        });
        values.forEach((slot, write) -> {
            keys.add(write.key());
            keys.add(slot.guardKey());
            arguments.addAll(List.of("value", slot.field(), Long.toString(write.index()), write.value()));
        });
        for (Simple write : simple) {
            keys.add(write.key());
            arguments.addAll(List.of(write.kind(), write.first(), write.second()));
        }
    }

    private void touch(long index) {
        newestIndex = Math.max(newestIndex, index);
    }

    private record Facet(long index, Map<String, @Nullable String> fields) {
        void appendNumbers(List<String> arguments) {
            int dropped = Collections.frequency(fields.values(), null);
            arguments.add(Integer.toString(fields.size() - dropped));
            arguments.add(Integer.toString(dropped));
        }

        void appendWhatIsSet(String name, List<String> arguments) {
            arguments.add(name);
            arguments.add(Long.toString(index));
            fields.forEach((field, value) -> {
                if (value != null) {
                    arguments.add(field);
                    arguments.add(value);
                }
            });
        }

        void appendWhatIsDropped(List<String> arguments) {
            fields.forEach((field, value) -> {
                if (value == null) {
                    arguments.add(field);
                }
            });
        }
    }

    private record Slot(String guardKey, String field) {}

    private record Latest(String key, long index, String value) {}

    private record Simple(String kind, String key, String first, String second) {}
}
