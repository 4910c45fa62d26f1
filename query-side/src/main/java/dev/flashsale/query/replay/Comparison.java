package dev.flashsale.query.replay;

import java.util.List;

/**
 * Two contents of the read model, at the same position of the events.
 *
 * @param keysInUse how many entries the content in use has
 * @param keysBeside how many the one built beside has
 * @param hashInUse SHA-256 over all keys in their order, each with a digest of its content
 * @param hashBeside the same of the one built beside
 * @param differing the first few keys that are not the same, or only in one of the two
 */
record Comparison(long keysInUse, long keysBeside, String hashInUse, String hashBeside, List<String> differing) {
    Comparison {
        differing = List.copyOf(differing);
    }

    boolean same() {
        return hashInUse.equals(hashBeside);
    }
}
