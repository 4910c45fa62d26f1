package dev.flashsale.standalone.demo;

import java.util.Locale;

/** Names of refusals. */
final class Refusals {
    static final String SOLD_OUT = "sold-out";
    static final String LIMIT_EXCEEDED = "limit-exceeded";
    static final String NOT_OPEN = "not-open";
    static final String KEY_REUSED = "idempotency-key-reused";

    private Refusals() {}

    /** A refusal's name as the problem type spells it. */
    static String problem(String reason) {
        return reason.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
