package dev.flashsale.standalone.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a demonstration's merchant demands of shoppers, with the times of people scaled down: the whole sale takes seconds.
 *
 * @param admission as a merchant sends it; null is a gate that is off
 */
record DemoGate(@Nullable Map<String, Object> admission) {
    static final DemoGate OFF = new DemoGate(null);

    /** Milliseconds that each step from the page to the ticket takes at least. */
    static final long LEAST_STEP_MS = 100;

    private static final int WORK_BITS = 10;

    /**
     * The usual one: a proof of work, tickets, journeys, rates, and the truth about the queue.
     *
     * @param addressesAreKnown whether the server sees who comes from where, so that networks can be limited and blocked
     */
    static DemoGate usual(boolean addressesAreKnown) {
        Map<String, Object> admission = new LinkedHashMap<>();
        admission.put("challenge", Map.of("kind", "PROOF_OF_WORK", "workBits", WORK_BITS));
        admission.put("ticket", true);
        admission.put("journey", journey());
        admission.put("rates", rates(addressesAreKnown));
        if (addressesAreKnown) {
            admission.put("blocking", blocking());
        }
        admission.put("queue", true);
        return new DemoGate(admission);
    }

    private static Map<String, Object> journey() {
        return Map.of(
                "leastReadMs", LEAST_STEP_MS,
                "leastAnswerMs", LEAST_STEP_MS,
                "leastDecideMs", 0,
                "longestMs", 600_000,
                "challengeFrom", 30,
                "refuseFrom", 60);
    }

    private static Map<String, Object> rates(boolean addressesAreKnown) {
        Map<String, Object> rates = new LinkedHashMap<>();
        rates.put("perUser", rate(10, 4));
        if (addressesAreKnown) {
            rates.put("perAddress", rate(40, 20));
        }
        return rates;
    }

    private static Map<String, Object> rate(int capacity, int perSecond) {
        return Map.of("capacity", capacity, "refillTokens", perSecond, "refillPeriodMs", 1_000);
    }

    private static Map<String, Object> blocking() {
        return Map.of("refusals", 15, "windowMs", 10_000, "firstBlockMs", 5_000, "growth", 2, "longestBlockMs", 60_000);
    }

    boolean isOn() {
        return admission != null;
    }
}
