package dev.flashsale.command.admission.step;

import dev.flashsale.kernel.admission.Rate;

/**
 * A step on the way to a ticket. The merchant does not set how often an account may take it: a person never meets these
 * limits, and without them one account could have pictures drawn without end.
 */
public enum WayStep {
    JOURNEY("journey", new Rate(20, 1, 1_000)),
    CHALLENGE("challenge", new Rate(10, 1, 3_000)),
    TICKET("ticket", new Rate(20, 1, 1_000));

    private final String limit;
    private final Rate perUser;

    WayStep(String limit, Rate perUser) {
        this.limit = limit;
        this.perUser = perUser;
    }

    /** Names the limit in answers and headers. */
    String limit() {
        return limit;
    }

    Rate perUser() {
        return perUser;
    }
}
