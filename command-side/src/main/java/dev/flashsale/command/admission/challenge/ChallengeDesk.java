package dev.flashsale.command.admission.challenge;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.challenge.Challenger.Drawn;
import dev.flashsale.command.admission.note.Footprints;
import dev.flashsale.command.admission.note.Note;
import dev.flashsale.command.admission.note.NoteKind;
import dev.flashsale.command.admission.note.Notes;
import dev.flashsale.command.admission.note.Reading;
import dev.flashsale.command.admission.ticket.TicketRequest;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Shows challenges and takes answers. Whose a challenge is stands on its id; what may happen once only is in Redis. */
@Component
class ChallengeDesk {
    /** Whoever answers too late is told that rather than that nobody knows the challenge. */
    private static final long REMEMBERED_LONGER_MS = 60_000;

    /** To whom a challenge is shown, and for what. */
    record Asker(String userId, String saleId, String offerId, String network, Footprints came, boolean harder) {}

    /** A challenge that was shown, or why none was. */
    sealed interface Outcome {
        record Shown(String challengeId, Instant expiresAt, int attempts, Presentation presentation)
                implements Outcome {}

        record Refused(TurnedAway turnedAway) implements Outcome {}
    }

    private final Map<ChallengeKind, Challenger> challengers = new EnumMap<>(ChallengeKind.class);
    private final ChallengeStore store;
    private final Notes notes;

    ChallengeDesk(List<Challenger> challengers, ChallengeStore store, Notes notes) {
        challengers.forEach(challenger -> this.challengers.put(challenger.kind(), challenger));
        this.store = store;
        this.notes = notes;
    }

    Outcome show(ChallengePolicy policy, Asker asker, Instant at) {
        Instant expiresAt = at.plusMillis(policy.lifetimeMs());
        Drawn drawn = challenger(policy.kind()).draw(policy, asker.harder(), expiresAt);
        String nonce = notes.nonce();
        int attempts = asker.harder() ? 1 : policy.maxAttempts();
        boolean kept = drawn != null
                && store.keep(
                        nonce, policy.kind(), drawn.secret(), attempts, policy.lifetimeMs() + REMEMBERED_LONGER_MS);
        if (drawn == null || !kept) {
            return new Outcome.Refused(ChallengeRefusals.unavailable());
        }
        Note note = new Note(
                asker.userId(),
                asker.saleId(),
                asker.offerId(),
                asker.network(),
                nonce,
                at.toEpochMilli(),
                expiresAt.toEpochMilli(),
                asker.came().shown(at.toEpochMilli(), asker.harder()));
        return new Outcome.Shown(notes.write(NoteKind.CHALLENGE, note, at), expiresAt, attempts, drawn.shown());
    }

    /** Why the challenge that they name is not theirs to answer, for this; null if it is. */
    @Nullable
    TurnedAway whyNotTheirs(TicketRequest request) {
        String challengeId = request.challengeId();
        if (challengeId == null || request.answer() == null) {
            return ChallengeRefusals.required();
        }
        return switch (notes.read(NoteKind.CHALLENGE, challengeId, request.at())) {
            case Reading.Forged forged -> ChallengeRefusals.notTheirs();
            case Reading.Expired expired -> ChallengeRefusals.expired();
            case Reading.Sound sound ->
                sound.note().isFor(request.userId(), request.saleId(), request.offerId())
                        ? null
                        : ChallengeRefusals.notTheirs();
        };
    }

    /** Takes the answer: null for the one request that was right first. */
    @Nullable
    TurnedAway answer(TicketRequest request) {
        TurnedAway notTheirs = whyNotTheirs(request);
        JsonNode answer = request.answer();
        Note note = notes.holding(NoteKind.CHALLENGE, request.challengeId(), request.at());
        if (notTheirs != null || answer == null || note == null) {
            return notTheirs == null ? ChallengeRefusals.expired() : notTheirs;
        }
        return switch (store.attempt(note.nonce())) {
            case ChallengeStore.Answer.Try allowed -> judged(allowed, note, answer);
            case ChallengeStore.Answer.No no ->
                switch (no) {
                    case GONE -> ChallengeRefusals.expired();
                    case USED -> ChallengeRefusals.used();
                    case SPENT -> ChallengeRefusals.wrong(0);
                    case UNKNOWN -> ChallengeRefusals.unavailable();
                };
        };
    }

    private @Nullable TurnedAway judged(ChallengeStore.Answer.Try allowed, Note note, JsonNode answer) {
        if (!challenger(allowed.kind()).isRight(allowed.secret(), answer)) {
            return ChallengeRefusals.wrong(allowed.attemptsLeft());
        }
        long first = store.useUp(note.nonce());
        if (first < 0) {
            return ChallengeRefusals.unavailable();
        }
        return first == 1 ? null : ChallengeRefusals.used();
    }

    private Challenger challenger(ChallengeKind kind) {
        Challenger challenger = challengers.get(kind);
        if (challenger == null) {
            throw new IllegalStateException("nobody makes challenges of kind " + kind);
        }
        return challenger;
    }
}
