package dev.flashsale.standalone.rebuilt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The first field, by name, in which two JSON texts differ.
 *
 * @param field its path, as a JSON pointer
 * @param one what the first has there; "nothing" when it is missing
 * @param other what the second has
 */
record FirstDifference(String field, String one, String other) {
    static Optional<FirstDifference> between(JsonNode one, JsonNode other) {
        return between("", one, other);
    }

    private static Optional<FirstDifference> between(String field, JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        if (one.isObject() && other.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            return names.stream()
                    .flatMap(name -> between(field + "/" + name, one.path(name), other.path(name)).stream())
                    .findFirst();
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                Optional<FirstDifference> inside = between(
                        field + "/" + i, Objects.requireNonNull(one.get(i)), Objects.requireNonNull(other.get(i)));
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.of(new FirstDifference(field, text(one), text(other)));
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "nothing" : node.toString();
    }
}
