package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.note.Footprints;
import org.jspecify.annotations.Nullable;

/**
 * One step of a journey, judged.
 *
 * @param turnedAway why it is not allowed; null if it is
 * @param came the steps up to this one
 * @param harder whether the challenge has to be a harder one
 */
public record Step(@Nullable TurnedAway turnedAway, Footprints came, boolean harder) {
    static Step refused(TurnedAway turnedAway) {
        return new Step(turnedAway, Footprints.NONE, false);
    }
}
