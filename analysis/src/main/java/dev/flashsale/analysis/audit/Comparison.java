package dev.flashsale.analysis.audit;

/**
 * Two contents of one family of keys, compared by their canonical hashes.
 *
 * @param code the invariant that they should be the same by
 * @param keys how many keys the first has
 * @param one SHA-256 of the first
 * @param other SHA-256 of the second
 */
public record Comparison(String family, String code, int keys, String one, String other) {}
