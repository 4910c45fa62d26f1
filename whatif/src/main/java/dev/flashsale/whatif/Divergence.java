package dev.flashsale.whatif;

import java.time.Instant;

/**
 * A recorded event and what the rules make of the same request.
 *
 * @param index global index of the recorded event; negative for a refusal at the edge
 */
record Divergence(long index, Instant at, String recorded, String decidedAgain) {
    static Divergence of(Answer.Change change) {
        return new Divergence(change.index(), change.at(), change.recorded(), change.whatIf());
    }
}
