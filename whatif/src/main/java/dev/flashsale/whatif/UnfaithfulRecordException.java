package dev.flashsale.whatif;

import java.io.IOException;
import java.io.Serial;

/**
 * The rules, asked about the record itself, do not give the record: whatever they said about another policy would be worth
 * nothing.
 */
final class UnfaithfulRecordException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient Divergence divergence;

    UnfaithfulRecordException(Divergence divergence) {
        super("the unchanged policy does not give what was recorded, so nothing is said about another one."
                + " First at event " + divergence.index() + " of " + divergence.at()
                + "\n  recorded:      " + divergence.recorded()
                + "\n  decided again: " + divergence.decidedAgain());
        this.divergence = divergence;
    }

    Divergence divergence() {
        return divergence;
    }
}
