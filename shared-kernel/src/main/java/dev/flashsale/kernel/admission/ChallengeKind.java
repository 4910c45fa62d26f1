package dev.flashsale.kernel.admission;

/** What a shopper has to solve. */
public enum ChallengeKind {
    /** Move a piece into its gap. */
    SLIDER,
    /** Turn a picture upright. */
    ROTATE,
    /** Click what is asked for, in order. */
    CLICK,
    /** Answer a question of the merchant's. */
    QUIZ,
    /** Let the browser search for a number: no picture, nothing to see or to type. */
    PROOF_OF_WORK
}
