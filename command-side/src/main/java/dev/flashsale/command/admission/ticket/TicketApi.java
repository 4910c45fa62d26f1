package dev.flashsale.command.admission.ticket;

import dev.flashsale.command.admission.AdmissionPolicies;
import dev.flashsale.command.admission.Callers;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.step.StepGate;
import dev.flashsale.command.admission.step.WayStep;
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

    private final AdmissionPolicies policies;
    private final List<TicketCondition> conditions;
    private final TicketOffice office;
    private final StepGate gate;
    private final Clock clock;

    TicketApi(
            AdmissionPolicies policies,
            ObjectProvider<TicketCondition> conditions,
            TicketOffice office,
            StepGate gate,
            Clock clock) {
        this.policies = policies;
        this.conditions = conditions.orderedStream().toList();
        this.office = office;
        this.gate = gate;
        this.clock = clock;
    }

    @PostMapping("/api/sales/{saleId}/items/{offerId}/ticket")
    ResponseEntity<Given> give(
            @PathVariable @Size(max = 64) String saleId,
            @PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String offerId,
            @Valid @RequestBody Application application,
            CurrentUser user,
            HttpServletRequest request) {
        AdmissionPolicy policy = policies.of(saleId);
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
        Visit visit = new Visit(saleId, policy, wish.caller(), wish.userId(), null, wish.at());
        gate.pass(WayStep.TICKET, visit, offerId);
        for (TicketCondition condition : conditions) {
            gate.letOn(condition.check(wish), visit, offerId);
        }
        return ResponseEntity.status(HttpStatus.CREATED).body(office.issue(wish));
    }
}
