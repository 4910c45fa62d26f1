package dev.flashsale.analysis.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts what the rules check, for each sale, and keeps the first few violations of each. */
public final class Findings {
    private static final String NO_SALE = "";

    private final Map<String, @Nullable Tally[]> bySale = new LinkedHashMap<>();
    private String saleId = NO_SALE;
    private @Nullable Tally[] current = talliesOf(NO_SALE);

    /** What is checked from now on is about this sale; absent when nothing says which one. */
    void about(@Nullable String sale) {
        String next = sale == null ? NO_SALE : sale;
        if (!next.equals(saleId)) {
            saleId = next;
            current = talliesOf(next);
        }
    }

    /** Records one check; the detail is only asked for when it fails. */
    public void check(Invariant invariant, boolean holds, long index, String subject, Supplier<String> detail) {
        Tally tally = current[invariant.ordinal()];
        if (tally == null) {
            tally = new Tally();
            current[invariant.ordinal()] = tally;
        }
        tally.checked++;
        if (!holds) {
            tally.violated(new Violation(index, subject, detail.get()));
        }
    }

    /** The same, apart from these: what is checked on the copy does not show here. */
    Findings copy() {
        Findings copy = new Findings();
        bySale.forEach((sale, tallies) -> copy.bySale.put(
                sale,
                Arrays.stream(tallies)
                        .map(tally -> tally == null ? null : tally.copy())
                        .toArray(Tally[]::new)));
        copy.saleId = saleId;
        copy.current = copy.talliesOf(saleId);
        return copy;
    }

    /** One finding for each invariant that was checked, by its position in {@link Invariant}. */
    public List<Finding> list() {
        return list(bySale.values());
    }

    /** The same for one sale; a violation that names no sale counts for each. */
    List<Finding> list(String sale) {
        return list(List.of(talliesOf(NO_SALE), talliesOf(sale)));
    }

    private static List<Finding> list(Iterable<@Nullable Tally[]> parts) {
        List<Finding> findings = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            Tally sum = new Tally();
            for (@Nullable Tally[] part : parts) {
                Tally tally = part[invariant.ordinal()];
                if (tally != null) {
                    sum.add(tally);
                }
            }
            if (sum.checked > 0) {
                findings.add(sum.finding(invariant));
            }
        }
        return findings;
    }

    private @Nullable Tally[] talliesOf(String sale) {
        return Objects.requireNonNull(
                bySale.computeIfAbsent(sale, id -> new @Nullable Tally[Invariant.values().length]));
    }
}
