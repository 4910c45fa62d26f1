package dev.flashsale.command.admission.challenge;

import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.platform.security.SharedSecret;
import java.time.Instant;
import java.util.HexFormat;
import org.altcha.altcha.Altcha;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Lets the browser search for a number, as ALTCHA does. Nothing is to be seen or typed, so it keeps nobody out. */
@Component
class WorkChallenger implements Challenger {
    private static final int HARDER_BY_BITS = 3;
    private static final int MOST_BITS = 24;

    private final String key;

    WorkChallenger(SharedSecret secret) {
        this.key = HexFormat.of().formatHex(secret.derive("challenge/work"));
    }

    @Override
    public ChallengeKind kind() {
        return ChallengeKind.PROOF_OF_WORK;
    }

    @Override
    public Drawn draw(ChallengePolicy policy, boolean harder, Instant expiresAt) {
        int bits = Math.min(MOST_BITS, policy.workBits() + (harder ? HARDER_BY_BITS : 0));
        Altcha.Challenge made = made(1L << bits, expiresAt);
        return new Drawn(
                Presentation.work(made.algorithm, made.salt, made.challenge, made.maxnumber, made.signature),
                made.challenge);
    }

    private Altcha.Challenge made(long numbers, Instant expiresAt) {
        try {
            return Altcha.createChallenge(new Altcha.ChallengeOptions()
                    .setHmacKey(key)
                    .setMaxNumber(numbers)
                    .setSecureRandomNumber(true)
                    .setExpires(expiresAt.getEpochSecond()));
        } catch (Exception e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Only an answer to the very challenge that was drawn; when it ends is checked by whoever asks. */
    @Override
    public boolean isRight(String secret, JsonNode answer) {
        JsonNode number = answer.get("number");
        if (number == null || !number.isIntegralNumber() || !number.canConvertToLong()) {
            return false;
        }
        Altcha.Payload payload = new Altcha.Payload();
        payload.algorithm = answer.path("algorithm").asString("");
        payload.challenge = answer.path("challenge").asString("");
        payload.salt = answer.path("salt").asString("");
        payload.signature = answer.path("signature").asString("");
        payload.number = number.longValue();
        boolean ours = payload.challenge.equals(secret)
                && payload.algorithm.equals(Altcha.DEFAULT_ALGORITHM.getName())
                && payload.number >= 0;
        return ours && verified(payload);
    }

    private boolean verified(Altcha.Payload payload) {
        try {
            return Altcha.verifySolution(payload, key, false);
        } catch (Exception e) {
            return false;
        }
    }
}
