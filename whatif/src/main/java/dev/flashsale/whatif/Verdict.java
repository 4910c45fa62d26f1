package dev.flashsale.whatif;

/**
 * What became of one shopper's request.
 *
 * @param decision {@link #RESERVED}, or the refusal's name
 * @param fate how it ended
 * @param amountMinor what the whole purchase costs, in minor units; 0 when refused
 */
record Verdict(Attempt attempt, String decision, Fate fate, long amountMinor) {
    static final String RESERVED = "RESERVED";

    /** Said by a cap on attempts that the record did not have. */
    static final String RATE_LIMITED = "RATE_LIMITED";

    /** How a purchase ended. */
    enum Fate {
        REFUSED,
        /** Reserved, but a further item of the bundle was refused. */
        INCOMPLETE,
        /** Expired or cancelled. */
        GIVEN_BACK,
        /** Neither paid nor given back when the record ends. */
        HELD,
        PAID
    }

    boolean served() {
        return fate == Fate.PAID || fate == Fate.HELD;
    }
}
