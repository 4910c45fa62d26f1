package dev.flashsale.analysis.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one invariant.
 *
 * @param code the invariant's stable name
 * @param sentence what should hold
 * @param checked how often it was checked
 * @param violations how often it did not hold
 * @param firstIndex the first event at which it did not hold; absent when it always did
 * @param samples the first few violations
 */
public record Finding(
        String code,
        String sentence,
        long checked,
        long violations,
        @Nullable Long firstIndex,
        List<Violation> samples) {
    public Finding {
        samples = List.copyOf(samples);
    }
}
