package dev.flashsale.command.admission.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.flashsale.command.admission.AdmissionPolicies;
import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.Callers;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.challenge.ChallengeDesk.Asker;
import dev.flashsale.command.admission.challenge.ChallengeDesk.Outcome;
import dev.flashsale.command.admission.journey.Journeys;
import dev.flashsale.command.admission.journey.Step;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.step.StepGate;
import dev.flashsale.command.admission.step.WayStep;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.platform.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a challenge is shown, before the opening as well as after. */
@RestController
@Validated
class ChallengeApi {
    /**
     * What a shopper brings.
     *
     * @param journey the note that the page was opened
     */
    record Application(@Size(max = 1_024) @Nullable String journey) {}

    /**
     * A challenge, with what its kind shows.
     *
     * @param kind null if the sale asks for no challenge
     * @param challengeId to be sent with the answer
     * @param attemptsLeft so many answers may be sent
     */
    record Challenge(
            @Nullable ChallengeKind kind,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String challengeId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant expiresAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer attemptsLeft,

            @JsonUnwrapped @Nullable Presentation presentation) {}

    private final AdmissionPolicies policies;
    private final Journeys journeys;
    private final ChallengeDesk desk;
    private final Notes notes;
    private final StepGate gate;
    private final Clock clock;

    ChallengeApi(
            AdmissionPolicies policies,
            Journeys journeys,
            ChallengeDesk desk,
            Notes notes,
            StepGate gate,
            Clock clock) {
        this.policies = policies;
        this.journeys = journeys;
        this.desk = desk;
        this.notes = notes;
        this.gate = gate;
        this.clock = clock;
    }

    @PostMapping("/api/sales/{saleId}/items/{offerId}/challenge")
    ResponseEntity<Challenge> show(
            @PathVariable @Size(max = 64) String saleId,
            @PathVariable @Pattern(regexp = "[A-Za-z0-9_-]{1,40}") String offerId,
            @Valid @RequestBody Application application,
            CurrentUser user,
            HttpServletRequest request) {
        AdmissionPolicy policy = policies.of(saleId);
        ChallengePolicy demanded = policy.challenge();
        if (demanded == null) {
            return ResponseEntity.ok(new Challenge(null, null, null, null, null));
        }
        Instant now = clock.instant();
        Caller caller = Callers.of(request, user.userId());
        Visit visit = new Visit(saleId, policy, caller, user.userId(), null, now);
        gate.pass(WayStep.CHALLENGE, visit, offerId);
        Step step = journeys.onChallenge(saleId, user.userId(), policy, caller, application.journey(), now);
        gate.letOn(step.turnedAway(), visit, offerId);
        String network = notes.network(caller.address());
        Asker asker = new Asker(user.userId(), saleId, offerId, network, step.came(), step.harder());
        return switch (desk.show(demanded, asker, now)) {
            case Outcome.Refused refused -> throw gate.turnedAway(refused.turnedAway(), visit, offerId);
            case Outcome.Shown shown ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .body(new Challenge(
                                demanded.kind(),
                                shown.challengeId(),
                                shown.expiresAt(),
                                shown.attempts(),
                                shown.presentation()));
        };
    }
}
