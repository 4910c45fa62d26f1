package dev.flashsale.analysis.audit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Counts what the rules check, and keeps the first few violations of each. */
public final class Findings {
    private static final int SAMPLES = 5;

    private static final class Tally {
        long checked;
        long violations;
        final List<Violation> samples = new ArrayList<>(0);
    }

    private final Map<Invariant, Tally> tallies = new EnumMap<>(Invariant.class);

    /** Records one check; the detail is only asked for when it fails. */
    public void check(Invariant invariant, boolean holds, long index, String subject, Supplier<String> detail) {
        Tally tally = tallies.computeIfAbsent(invariant, i -> new Tally());
        tally.checked++;
        if (!holds) {
            tally.violations++;
            if (tally.samples.size() < SAMPLES) {
                tally.samples.add(new Violation(index, subject, detail.get()));
            }
        }
    }

    /** One finding for each invariant that was checked, by its position in {@link Invariant}. */
    public List<Finding> list() {
        return tallies.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Finding finding(Invariant invariant, Tally tally) {
        Long first = tally.samples.isEmpty() ? null : tally.samples.getFirst().globalIndex();
        return new Finding(
                invariant.code(), invariant.sentence(), tally.checked, tally.violations, first, tally.samples);
    }
}
