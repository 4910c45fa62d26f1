package dev.flashsale.whatif;

import java.util.List;
import java.util.Map;

/**
 * How a sale went under a policy.
 *
 * @param verdicts one for each shopper's request, in the order of the record
 * @param differences requests that were decided otherwise than recorded, in the order of the record
 * @param soldUnits units paid for, by item
 */
record Course(List<Verdict> verdicts, List<Difference> differences, Map<String, Integer> soldUnits) {
    /** A request, a bundle's further items included, and what was decided here. */
    record Difference(Attempt attempt, String decision) {}

    Course {
        verdicts = List.copyOf(verdicts);
        differences = List.copyOf(differences);
        soldUnits = Map.copyOf(soldUnits);
    }
}
