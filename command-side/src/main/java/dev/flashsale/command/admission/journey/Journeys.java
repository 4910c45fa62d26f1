package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.journey.JourneyRules.Headers;
import dev.flashsale.command.admission.note.Footprints;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.ticket.TicketRequest;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.JourneyPolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges each step that a shopper takes, by the notes that they carry. */
@Component
public class Journeys {
    private final Notes notes;
    private final Suspicion suspicion;

    Journeys(Notes notes, Suspicion suspicion) {
        this.notes = notes;
        this.suspicion = suspicion;
    }

    /** The page of a sale was opened. */
    Note open(String saleId, String userId, JourneyPolicy policy, Caller caller, Instant at) {
        Headers headers = headersOf(caller);
        long nowMs = at.toEpochMilli();
        return new Note(
                userId,
                saleId,
                "",
                notes.network(caller.address()),
                notes.nonce(),
                nowMs,
                nowMs + policy.longestMs(),
                Footprints.opened(nowMs, headers.agent(), headers.language()));
    }

    /** Somebody asks for a challenge. */
    public Step onChallenge(
            String saleId, String userId, AdmissionPolicy policy, Caller caller, @Nullable String journey, Instant at) {
        JourneyPolicy demanded = policy.journey();
        if (demanded == null) {
            return new Step(null, Footprints.NONE, false);
        }
        Footprints came = begun(saleId, userId, journey, at);
        if (came == null || JourneyRules.isOver(demanded, came.openedAtMs(), at.toEpochMilli())) {
            return Step.refused(JourneyRefusals.expired());
        }
        Assessment seen = JourneyRules.onChallenge(demanded, came, headersOf(caller), at.toEpochMilli());
        if (seen.score() >= demanded.refuseFrom()) {
            return Step.refused(JourneyRefusals.refused(seen));
        }
        boolean harder = seen.score() >= demanded.challengeFrom() || suspicion.isOn(saleId, userId);
        return new Step(null, came.scored(seen.score()), harder);
    }

    /** Somebody asks for a ticket. */
    public Step onTicket(TicketRequest request) {
        JourneyPolicy demanded = request.policy().journey();
        if (demanded == null) {
            return new Step(null, Footprints.NONE, false);
        }
        long nowMs = request.at().toEpochMilli();
        Footprints came = carried(request);
        if (came == null || JourneyRules.isOver(demanded, lastStep(came), nowMs)) {
            return Step.refused(JourneyRefusals.expired());
        }
        Headers headers = headersOf(request.caller());
        Assessment seen = JourneyRules.onTicket(demanded, came, headers, Evidence.of(request.evidence()), nowMs);
        if (seen.score() >= demanded.refuseFrom()) {
            return Step.refused(JourneyRefusals.refused(seen));
        }
        boolean raises = request.policy().challenge() != null && !came.hard();
        if (raises && seen.score() >= demanded.challengeFrom()) {
            return new Step(JourneyRefusals.harderChallenge(seen), came, true);
        }
        return new Step(null, came.seenWith(headers.agent(), headers.language()).scored(seen.score()), false);
    }

    /** Somebody asks to buy, with this ticket; it may be older than the sale's demand for a journey. */
    @Nullable
    TurnedAway onPurchase(JourneyPolicy demanded, Note ticket, Caller caller, Instant at) {
        boolean begun = ticket.footprints().openedAtMs() > 0;
        if (!begun || JourneyRules.isOver(demanded, ticket.issuedAtMs(), at.toEpochMilli())) {
            return JourneyRefusals.expired();
        }
        Assessment seen = JourneyRules.onPurchase(
                demanded, ticket.footprints(), headersOf(caller), ticket.issuedAtMs(), at.toEpochMilli());
        return seen.score() >= demanded.refuseFrom() ? JourneyRefusals.refused(seen) : null;
    }

    private Headers headersOf(Caller caller) {
        return new Headers(notes.digest(caller.userAgent()), notes.digest(caller.acceptLanguage()));
    }

    private @Nullable Footprints begun(String saleId, String userId, @Nullable String journey, Instant at) {
        Note note = notes.holding(NoteKind.JOURNEY, journey, at);
        return note != null && note.isFor(userId, saleId, "") ? note.footprints() : null;
    }

    /** What the challenge says, which was shown last; where none is, what the journey says. */
    private @Nullable Footprints carried(TicketRequest request) {
        String challenge = request.challengeId();
        if (challenge == null || request.policy().challenge() == null) {
            return begun(request.saleId(), request.userId(), request.journey(), request.at());
        }
        Note note = notes.holding(NoteKind.CHALLENGE, challenge, request.at());
        return note != null
                        && note.isFor(request.userId(), request.saleId(), request.offerId())
                        && note.footprints().openedAtMs() > 0
                ? note.footprints()
                : null;
    }

    private static long lastStep(Footprints came) {
        return came.shownAtMs() > 0 ? came.shownAtMs() : came.openedAtMs();
    }
}
