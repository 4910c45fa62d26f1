package dev.flashsale.command.admission.ticket;

import dev.flashsale.command.admission.Callers;
import dev.flashsale.command.admission.Gate;
import dev.flashsale.command.admission.GateLog;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.limit.StepLimits;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.platform.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Where a ticket is given, before the opening as well as after: the window is the stock's to decide. */
@RestController
@Validated
class TicketApi {
    /**
     * What a shopper shows for a ticket.
     *
     * @param challengeId the challenge that they were shown
     * @param answer their answer, in the form of the challenge's kind
     * @param evidence what the page saw of pointer and keyboard, as counts
     * @param journey the note that the page was opened, for sales without a challenge
     */
    record Application(
            @Size(max = 1_024) @Nullable String challengeId,
            @Nullable JsonNode answer,
            @Nullable JsonNode evidence,
            @Size(max = 1_024) @Nullable String journey) {}

    /**
     * A ticket.
     *
     * @param ticket to be sent in the header Purchase-Ticket; null if the sale asks for none
     * @param expiresAt when it is worth nothing any more; null without a ticket
     */
    record Given(@Nullable String ticket, @Nullable Instant expiresAt) {}

    private final Gate gate;
    private final List<TicketCondition> conditions;
    private final TicketOffice office;
    private final StepLimits limits;
    private final GateLog log;
    private final Clock clock;

    TicketApi(
            Gate gate,
            ObjectProvider<TicketCondition> conditions,
            TicketOffice office,
            StepLimits limits,
            GateLog log,
            Clock clock) {
        this.gate = gate;
        this.conditions = conditions.orderedStream().toList();
        this.office = office;
        this.limits = limits;
        this.log = log;
        this.clock = clock;
    }

    @PostMapping("/api/sales/{saleId}/items/{offerId}/ticket")
    ResponseEntity<Given> give(
            @PathVariable @Size(max = 64) String saleId,
            @PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String offerId,
            @Valid @RequestBody Application application,
            CurrentUser user,
            HttpServletRequest request) {
        AdmissionPolicy policy = gate.policyOf(saleId);
        if (!policy.ticket()) {
            return ResponseEntity.ok(new Given(null, null));
        }
        TicketRequest wish = new TicketRequest(
                saleId,
                offerId,
                user.userId(),
                policy,
                Callers.of(request, user.userId()),
                application.challengeId(),
                application.answer(),
                application.journey(),
                application.evidence(),
                clock.instant());
        log.letOn(limits.check("ticket", saleId, user.userId()), saleId, offerId, user.userId(), wish.at());
        for (TicketCondition condition : conditions) {
            TurnedAway turnedAway = condition.check(wish);
            if (turnedAway != null) {
                gate.tell(
                        Stage.WISH,
                        new Visit(saleId, policy, wish.caller(), wish.userId(), null, wish.at()),
                        turnedAway);
            }
            log.letOn(turnedAway, saleId, offerId, user.userId(), wish.at());
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(office.issue(wish));
    }
}
