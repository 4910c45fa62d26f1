package dev.flashsale.command.admission.ticket;

import dev.flashsale.command.admission.Caller;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who asks for a ticket.
 *
 * @param offerId what they will want to buy: the ticket is good for nothing else
 * @param challengeId the challenge that they were shown; null if none
 * @param answer what they answered, in the challenge's own form
 * @param journey the note that the page was opened; null if they brought none
 * @param evidence what the page saw of pointer and keyboard, in the journey's own form
 */
public record TicketRequest(
        String saleId,
        String offerId,
        String userId,
        AdmissionPolicy policy,
        Caller caller,
        @Nullable String challengeId,
        @Nullable JsonNode answer,
        @Nullable String journey,
        @Nullable JsonNode evidence,
        Instant at) {}
