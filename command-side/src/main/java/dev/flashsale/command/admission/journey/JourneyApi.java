package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.AdmissionPolicies;
import dev.flashsale.command.admission.Callers;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
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
    private final Notes notes;
    private final Clock clock;

    JourneyApi(AdmissionPolicies policies, Journeys journeys, Notes notes, Clock clock) {
        this.policies = policies;
        this.journeys = journeys;
        this.notes = notes;
        this.clock = clock;
    }

    @PostMapping("/api/sales/{saleId}/journey")
    ResponseEntity<Begun> begin(
            @PathVariable @Size(max = 64) String saleId, CurrentUser user, HttpServletRequest request) {
        Instant now = clock.instant();
        JourneyPolicy demanded = policies.of(saleId).journey();
        if (demanded == null) {
            return ResponseEntity.ok(new Begun(null, now));
        }
        Note note = journeys.open(saleId, user.userId(), demanded, Callers.of(request, user.userId()), now);
        return ResponseEntity.status(HttpStatus.CREATED).body(new Begun(notes.write(NoteKind.JOURNEY, note, now), now));
    }
}
