package dev.flashsale.command.admission.journey;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the page saw of a hand: counts, and how long it saw any. Nothing of it tells one person from another.
 *
 * @param activeMs milliseconds from the first to the last of these
 */
record Evidence(long pointerMoves, long clicks, long touches, long keys, long scrolls, long activeMs) {
    static final Evidence NONE = new Evidence(0, 0, 0, 0, 0, 0);

    /** Reads what a page sent; what is left out, or is no number, is 0. */
    static Evidence of(@Nullable JsonNode sent) {
        return sent == null || !sent.isObject()
                ? NONE
                : new Evidence(
                        count(sent, "pointerMoves"),
                        count(sent, "clicks"),
                        count(sent, "touches"),
                        count(sent, "keys"),
                        count(sent, "scrolls"),
                        count(sent, "activeMs"));
    }

    long events() {
        return pointerMoves + clicks + touches + keys + scrolls;
    }

    private static long count(JsonNode sent, String name) {
        JsonNode value = sent.get(name);
        return value != null && value.isIntegralNumber() && value.canConvertToInt() ? Math.max(0, value.intValue()) : 0;
    }
}
