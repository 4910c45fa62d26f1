package dev.flashsale.bench.bots;

/**
 * What the gate of a sale demands.
 *
 * @param admission as a merchant sends it
 * @param tickets whether there is a way to walk before buying
 * @param leastMs milliseconds that each step of that way takes at least
 */
public record Demands(String admission, boolean tickets, long leastMs) {
    /** The gate switched off. */
    public static final Demands NOTHING = new Demands("null", false, 0);

    private static final long LEAST_MS = 300;

    /**
     * What the bench's merchant demands. Everybody's proof of work is done by the machine that serves, so it is a small one;
     * how long it takes on a phone is part of how long people take.
     */
    public static final Demands USUAL = new Demands("""
            {"ticket":true,"queue":true,
             "challenge":{"kind":"PROOF_OF_WORK","workBits":12},
             "rates":{"perUser":{"capacity":3,"refillTokens":1,"refillPeriodMs":1000},
                      "perAddress":{"capacity":3,"refillTokens":1,"refillPeriodMs":1000}},
             "blocking":{"refusals":30,"windowMs":5000,"firstBlockMs":60000,"growth":4,"longestBlockMs":3600000},
             "journey":{"leastReadMs":%1$d,"leastAnswerMs":%1$d,"leastDecideMs":%2$d,"longestMs":300000,
                        "challengeFrom":30,"refuseFrom":60}}""".formatted(LEAST_MS, LEAST_MS / 2), true, LEAST_MS);
}
