package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.kernel.admission.JourneyPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The last step: from the ticket to the purchase. */
@Component
@Order(20)
class JourneyCheckpoint implements Checkpoint {
    private final Notes notes;
    private final Journeys journeys;

    JourneyCheckpoint(Notes notes, Journeys journeys) {
        this.notes = notes;
        this.journeys = journeys;
    }

    @Override
    public Stage stage() {
        return Stage.WISH;
    }

    /** A ticket that cannot be read was refused before. */
    @Override
    public @Nullable TurnedAway check(Visit visit) {
        JourneyPolicy demanded = visit.policy().journey();
        if (demanded == null) {
            return null;
        }
        Note ticket = notes.holding(NoteKind.TICKET, visit.caller().ticket(), visit.at());
        return ticket == null ? null : journeys.onPurchase(demanded, ticket, visit.caller(), visit.at());
    }
}
