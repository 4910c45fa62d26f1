package dev.flashsale.analysis.report;

import dev.flashsale.analysis.audit.EdgeRefusals;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What was refused in one sale at the edge, before a stock was asked. A request that is sent again counts again. */
final class Edge {
    private final Map<String, Long> reasons = new TreeMap<>();
    private long[] micros = new long[16];
    private int count;
    private @Nullable EdgeRefusals log;

    /** @param atEpochMicros microseconds since 1970 */
    void add(long atEpochMicros, String reason) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = atEpochMicros;
        reasons.merge(reason, 1L, Long::sum);
    }

    void loggedIn(EdgeRefusals log) {
        this.log = log;
    }

    /** Whether the source keeps a log of them; without one, none being here says nothing. */
    boolean isLogged() {
        return log != null;
    }

    long count() {
        return count;
    }

    /** Microseconds since 1970. */
    LongStream times() {
        return Arrays.stream(micros, 0, count);
    }

    /** How many were refused for which reason, by the reason's name. */
    Map<String, Long> reasons() {
        return reasons;
    }

    /** What is known to be missing here, as sentences. */
    String gaps() {
        EdgeRefusals known = log;
        if (known == null) {
            return "This source keeps no attempts log: who was turned away at the edge, before a stock was asked, is not"
                    + " counted here.";
        }
        return (known.dropped() == 0
                        ? "The attempts log dropped none."
                        : "The attempts log, over all sales, could not keep "
                                + Text.count(known.dropped(), "refusal", "refusals")
                                + "; what was not kept is in none of these figures.")
                + (known.runsWithoutEnd() == 0
                        ? ""
                        : " " + Text.count(known.runsWithoutEnd(), "run of a node has", "runs of nodes have")
                                + " no end in it: after a crash the last moments are missing.")
                + " Refusals older than the log's retention are deleted.";
    }
}
