package dev.flashsale.command.admission.challenge;

import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** A challenge whose answer a test knows: the number of the challenge, in words of the test. */
final class KnownAnswer implements Challenger {
    private final AtomicInteger drawn = new AtomicInteger();

    @Override
    public ChallengeKind kind() {
        return ChallengeKind.SLIDER;
    }

    @Override
    public Drawn draw(ChallengePolicy policy, boolean harder, Instant expiresAt) {
        int number = drawn.incrementAndGet();
        return new Drawn(Presentation.question("number", "Say " + number), "answer-" + number);
    }

    @Override
    public boolean isRight(String secret, JsonNode answer) {
        return answer.asString("").equals(secret);
    }

    /** What tells the answer in this test: the last one drawn. */
    String lastAnswer() {
        return "answer-" + drawn.get();
    }
}
