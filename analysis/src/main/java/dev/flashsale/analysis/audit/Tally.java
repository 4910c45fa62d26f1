package dev.flashsale.analysis.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How often one invariant was checked and did not hold. */
final class Tally {
    private static final int SAMPLES = 5;

    long checked;
    private long violations;
    private List<Violation> samples = new ArrayList<>(0);

    void violated(Violation violation) {
        violations++;
        samples.add(violation);
        keepFirst();
    }

    void add(Tally other) {
        checked += other.checked;
        violations += other.violations;
        samples.addAll(other.samples);
        keepFirst();
    }

    Tally copy() {
        Tally copy = new Tally();
        copy.add(this);
        return copy;
    }

    // what is only found at the end may have begun at an earlier event than what was found on the way
    private void keepFirst() {
        if (samples.size() > 1) {
            samples.sort(Comparator.comparingLong(Violation::globalIndex));
            samples = new ArrayList<>(samples.subList(0, Math.min(SAMPLES, samples.size())));
        }
    }

    Finding finding(Invariant invariant) {
        Long first = samples.isEmpty() ? null : samples.getFirst().globalIndex();
        return new Finding(invariant.code(), invariant.sentence(), checked, violations, first, samples);
    }
}
