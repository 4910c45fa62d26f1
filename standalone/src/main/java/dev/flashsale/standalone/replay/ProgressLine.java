package dev.flashsale.standalone.replay;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** One line about a replay, for people; the bar is for terminals only. */
final class ProgressLine {
    private static final int BAR = 20;

    private ProgressLine() {}

    static String of(JsonNode status, boolean bar) {
        long position = status.path("position").asLong(-1) + 1;
        long target = Math.max(1, status.path("target").asLong(-1) + 1);
        long percent = Math.clamp(100 * position / target, 0, 100);
        int filled = (int) (percent * BAR / 100);
        String eta =
                status.path("etaSeconds").isNumber() ? status.path("etaSeconds").asLong() + " s" : "unknown";
        return String.format(
                Locale.ROOT,
                "%-9s %sindex %,d of %,d · %d %% · %,d events handled · %,d events/s · ETA %s · slowest %s%s",
                status.path("state").asString("").toLowerCase(Locale.ROOT),
                bar ? "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " : "",
                position - 1,
                target - 1,
                percent,
                status.path("handledEvents").asLong(),
                status.path("eventsPerSecond").asLong(),
                eta,
                status.path("slowest").asString("unknown"),
                trouble(status));
    }

    private static String trouble(JsonNode status) {
        String detail = status.path("detail").asString("");
        return detail.isEmpty() ? "" : " · " + detail;
    }

    /** What there is to say at the end. */
    static String end(JsonNode status) {
        StringBuilder text = new StringBuilder(status.path("state").asString(""))
                .append(": ")
                .append(status.path("detail").asString(""));
        if (status.path("hash").isString()) {
            boolean same = status.path("same").asBoolean();
            text.append(String.format(
                    Locale.ROOT,
                    "%n%,d entries, SHA-256 %s, %s",
                    status.path("keys").asLong(),
                    status.path("hash").asString(),
                    same ? "the same as what was in use" : "NOT the same as what was in use"));
            status.path("differing").forEach(key -> text.append(String.format("%n  differs: %s", key.asString())));
        }
        return text.toString();
    }
}
