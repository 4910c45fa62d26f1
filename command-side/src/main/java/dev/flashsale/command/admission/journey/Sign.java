package dev.flashsale.command.admission.journey;

/** What speaks against a person behind a request. None does so alone: people hurry, and browsers differ. */
enum Sign {
    READ_TOO_FAST(40),
    ANSWERED_TOO_FAST(40),
    DECIDED_TOO_FAST(40),
    NO_HAND_SEEN(25),
    CLICKS_WITHOUT_MOVES(10),
    IMPOSSIBLE_HAND(40),
    NO_USER_AGENT(30),
    NO_LANGUAGE(15),
    USER_AGENT_CHANGED(40),
    LANGUAGE_CHANGED(20);

    private final int weight;

    Sign(int weight) {
        this.weight = weight;
    }

    /** What it adds to the score at most. */
    int weight() {
        return weight;
    }

    /** Whether it would go away by waiting. */
    boolean isHaste() {
        return this == READ_TOO_FAST || this == ANSWERED_TOO_FAST || this == DECIDED_TOO_FAST;
    }
}
