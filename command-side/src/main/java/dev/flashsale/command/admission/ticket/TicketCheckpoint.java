package dev.flashsale.command.admission.ticket;

import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.Visit.Wanted;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.note.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a ticket was given out here, to this shopper, for this wish, in this network, and still holds. */
@Component
@Order(10)
class TicketCheckpoint implements Checkpoint {
    private final Notes notes;

    TicketCheckpoint(Notes notes) {
        this.notes = notes;
    }

    @Override
    public Stage stage() {
        return Stage.WISH;
    }

    @Override
    public @Nullable TurnedAway check(Visit visit) {
        if (!visit.policy().ticket()) {
            return null;
        }
        String ticket = visit.caller().ticket();
        if (ticket == null) {
            return TicketRefusals.required();
        }
        return switch (notes.read(NoteKind.TICKET, ticket, visit.at())) {
            case Reading.Forged forged -> TicketRefusals.forged();
            case Reading.Expired expired -> TicketRefusals.expired();
            case Reading.Sound sound -> mismatch(sound.note(), visit);
        };
    }

    private @Nullable TurnedAway mismatch(Note note, Visit visit) {
        Wanted wanted = visit.wanted();
        if (!note.userId().equals(visit.userId())) {
            return TicketRefusals.another("USER");
        }
        if (!note.saleId().equals(visit.saleId())) {
            return TicketRefusals.another("SALE");
        }
        if (wanted == null || !note.offerId().equals(wanted.offerId())) {
            return TicketRefusals.another("OFFER");
        }
        return note.network().equals(notes.network(visit.caller().address()))
                ? null
                : TicketRefusals.another("ADDRESS");
    }
}
