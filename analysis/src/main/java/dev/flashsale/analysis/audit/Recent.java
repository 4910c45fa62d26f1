package dev.flashsale.analysis.audit;

import java.util.HashSet;
import java.util.Set;

/** Remembers things until it is told to forget twice: what was added since the time before stays. */
final class Recent<T> {
    private Set<T> now = new HashSet<>();
    private Set<T> before = Set.of();

    /** Whether it was not remembered yet. */
    boolean add(T thing) {
        return !before.contains(thing) && now.add(thing);
    }

    boolean contains(T thing) {
        return now.contains(thing) || before.contains(thing);
    }

    void forget() {
        before = now;
        now = new HashSet<>();
    }
}
