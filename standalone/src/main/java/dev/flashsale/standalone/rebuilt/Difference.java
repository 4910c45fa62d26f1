package dev.flashsale.standalone.rebuilt;

import dev.flashsale.analysis.audit.Comparison;
import dev.flashsale.analysis.audit.Invariant;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What two contents of one family of keys do not have in common.
 *
 * @param keys how many keys differ
 * @param firstKey the first of them; empty without a difference
 * @param one what the first content has under it; "nothing" when the key is missing
 * @param other what the second has
 */
record Difference(int keys, String firstKey, String one, String other, String hashOfOne, String hashOfOther) {
    static Difference between(Map<String, String> one, Map<String, String> other) {
        Map<String, String> all = new TreeMap<>(one);
        other.forEach(all::putIfAbsent);
        int different = 0;
        String first = "";
        for (String key : all.keySet()) {
            if (!Objects.equals(one.get(key), other.get(key))) {
                first = different == 0 ? key : first;
                different++;
            }
        }
        return new Difference(
                different,
                first,
                one.getOrDefault(first, "nothing"),
                other.getOrDefault(first, "nothing"),
                hash(one),
                hash(other));
    }

    boolean isNone() {
        return keys == 0;
    }

    Comparison hashes(String family, Invariant invariant, int keysOfOne) {
        return new Comparison(family, invariant.code(), keysOfOne, hashOfOne, hashOfOther);
    }

    static String hash(Map<String, String> content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(content)
                    .forEach((key, value) ->
                            digest.update((key + '\t' + value + '\n').getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
