package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.AdmissionPolicies;
import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.Callers;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.step.StepGate;
import dev.flashsale.command.admission.step.WayStep;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.JourneyPolicy;
import dev.flashsale.platform.security.CurrentUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a journey begins. */
@RestController
@Validated
class JourneyApi {
    /**
     * A note that the page was opened.
     *
     * @param journey to be sent with what is asked for next; null if the sale asks for none
     * @param openedAt the server's time
     */
    record Begun(@Nullable String journey, Instant openedAt) {}

    private final AdmissionPolicies policies;
    private final Journeys journeys;
    private final StepGate gate;
    private final Notes notes;
    private final Clock clock;

    JourneyApi(AdmissionPolicies policies, Journeys journeys, StepGate gate, Notes notes, Clock clock) {
        this.policies = policies;
        this.journeys = journeys;
        this.gate = gate;
        this.notes = notes;
        this.clock = clock;
    }

    @PostMapping("/api/sales/{saleId}/journey")
    ResponseEntity<Begun> begin(
            @PathVariable @Size(max = 64) String saleId, CurrentUser user, HttpServletRequest request) {
        Instant now = clock.instant();
        AdmissionPolicy policy = policies.of(saleId);
        JourneyPolicy demanded = policy.journey();
        if (demanded == null) {
            return ResponseEntity.ok(new Begun(null, now));
        }
        Caller caller = Callers.of(request, user.userId());
        gate.pass(WayStep.JOURNEY, new Visit(saleId, policy, caller, user.userId(), null, now), null);
        Note note = journeys.open(saleId, user.userId(), demanded, caller, now);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Begun(notes.write(NoteKind.JOURNEY, note, now), now));
    }
}
