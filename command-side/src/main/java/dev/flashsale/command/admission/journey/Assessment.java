package dev.flashsale.command.admission.journey;

import java.util.List;

/**
 * What the signs of one step amount to, with those of the steps before.
 *
 * @param score 0 to 100
 * @param signs what was seen at this step
 * @param waitMs milliseconds after which no haste would be seen at this step
 */
record Assessment(int score, List<Sign> signs, long waitMs) {
    Assessment {
        signs = List.copyOf(signs);
    }

    /** Whether nothing but haste was seen, and a pause helps. */
    boolean isCuredByWaiting() {
        return waitMs > 0 && signs.stream().allMatch(Sign::isHaste);
    }
}
