package dev.flashsale.command.admission.ticket;

import dev.flashsale.command.admission.journey.Journeys;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.ticket.TicketApi.Given;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes tickets for those who may have one. */
@Component
class TicketOffice {
    /** How long a ticket is good for; the key that signed it is believed as long. */
    static final Duration LIFE = NoteKind.TICKET.grace();

    private final Notes notes;
    private final Journeys journeys;

    TicketOffice(Notes notes, Journeys journeys) {
        this.notes = notes;
        this.journeys = journeys;
    }

    /** A ticket for this request, all of whose conditions hold. */
    Given issue(TicketRequest request) {
        Instant expiresAt = request.at().plus(LIFE);
        Note note = new Note(
                request.userId(),
                request.saleId(),
                request.offerId(),
                notes.network(request.caller().address()),
                notes.nonce(),
                request.at().toEpochMilli(),
                expiresAt.toEpochMilli(),
                journeys.onTicket(request).came());
        return new Given(notes.write(NoteKind.TICKET, note, request.at()), expiresAt);
    }
}
