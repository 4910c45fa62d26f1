package dev.flashsale.command.admission.ticket;

import dev.flashsale.command.admission.TurnedAway;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What can be wrong with a ticket. */
final class TicketRefusals {
    private static final String AGAIN = "Ask for another ticket and try again with the same key.";

    private TicketRefusals() {}

    static TurnedAway required() {
        return TurnedAway.forGood(
                "TICKET_REQUIRED",
                HttpStatus.FORBIDDEN,
                "A purchase ticket is needed",
                "Ask for a ticket and send it in the header Purchase-Ticket.");
    }

    static TurnedAway forged() {
        return TurnedAway.forGood("TICKET_INVALID", HttpStatus.FORBIDDEN, "This ticket was not given out here", AGAIN);
    }

    /** What of it does not fit: USER, SALE, OFFER or ADDRESS. */
    static TurnedAway another(String mismatch) {
        return TurnedAway.forGood("TICKET_INVALID", HttpStatus.FORBIDDEN, "This ticket is for something else", AGAIN)
                .with("mismatch", mismatch);
    }

    static TurnedAway expired() {
        return TurnedAway.forGood("TICKET_EXPIRED", HttpStatus.FORBIDDEN, "This ticket has expired", AGAIN);
    }

    static TurnedAway used() {
        return TurnedAway.forGood(
                "TICKET_USED",
                HttpStatus.CONFLICT,
                "This ticket was used",
                "A ticket is good for one purchase. Ask for another one.");
    }

    static TurnedAway unavailable() {
        return TurnedAway.forNow(
                "ADMISSION_UNAVAILABLE",
                HttpStatus.SERVICE_UNAVAILABLE,
                "The gate cannot check now",
                "Nothing was decided. Try again with the same key.",
                Duration.ofSeconds(1));
    }
}
