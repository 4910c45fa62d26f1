package dev.flashsale.whatif;

import dev.flashsale.whatif.Verdict.Fate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a sale came to.
 *
 * @param attempts shoppers' requests
 * @param reserved of them, how many the stock held units for
 * @param paid purchases
 * @param open purchases neither paid nor given back when the record ends
 * @param givenBack purchases that expired or were cancelled
 * @param incomplete bundles that a further item was refused for
 * @param soldUnits units paid for, by item
 * @param revenueMinor what was paid, in minor units
 * @param usersServed different users who paid or still hold units
 * @param refused requests by reason
 */
record Tally(
        long attempts,
        long reserved,
        long paid,
        long open,
        long givenBack,
        long incomplete,
        SortedMap<String, Integer> soldUnits,
        long revenueMinor,
        long usersServed,
        SortedMap<String, Long> refused) {

    static Tally of(Course course) {
        List<Verdict> verdicts = course.verdicts();
        SortedMap<String, Long> refused = new TreeMap<>();
        long revenueMinor = 0;
        for (Verdict verdict : verdicts) {
            if (verdict.fate() == Fate.REFUSED) {
                refused.merge(verdict.decision(), 1L, Long::sum);
            } else if (verdict.fate() == Fate.PAID) {
                revenueMinor = Math.addExact(revenueMinor, verdict.amountMinor());
            }
        }
        return new Tally(
                verdicts.size(),
                verdicts.size() - count(verdicts, Fate.REFUSED),
                count(verdicts, Fate.PAID),
                count(verdicts, Fate.HELD),
                count(verdicts, Fate.GIVEN_BACK),
                count(verdicts, Fate.INCOMPLETE),
                new TreeMap<>(Map.copyOf(course.soldUnits())),
                revenueMinor,
                verdicts.stream()
                        .filter(Verdict::served)
                        .map(verdict -> verdict.attempt().userId())
                        .distinct()
                        .count(),
                refused);
    }

    private static long count(List<Verdict> verdicts, Fate fate) {
        return verdicts.stream().filter(verdict -> verdict.fate() == fate).count();
    }
}
