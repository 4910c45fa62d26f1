package dev.flashsale.command.admission.challenge;

import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes challenges of one kind and knows their answers. It remembers nothing: what it needs is in the secret. */
interface Challenger {
    /**
     * A challenge.
     *
     * @param shown what the shopper is shown
     * @param secret what tells a right answer; never leaves the server
     */
    record Drawn(Presentation shown, String secret) {}

    ChallengeKind kind();

    /** Another challenge; null if none can be made soon. */
    @Nullable
    Drawn draw(ChallengePolicy policy, boolean harder, Instant expiresAt);

    /** Whether this is the answer. Anything may have been sent. */
    boolean isRight(String secret, JsonNode answer);
}
