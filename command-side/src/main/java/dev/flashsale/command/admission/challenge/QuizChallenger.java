package dev.flashsale.command.admission.challenge;

import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.kernel.admission.QuizQuestion;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks one of the merchant's questions. */
@Component
class QuizChallenger implements Challenger {
    private static final int LONGEST_ANSWER = 1_000;
    private static final String BETWEEN = "\n";

    private final RandomGenerator random = new SecureRandom();

    @Override
    public ChallengeKind kind() {
        return ChallengeKind.QUIZ;
    }

    @Override
    public Drawn draw(ChallengePolicy policy, boolean harder, Instant expiresAt) {
        QuizQuestion question =
                policy.questions().get(random.nextInt(policy.questions().size()));
        List<String> accepted =
                question.acceptedAnswers().stream().map(QuizChallenger::plain).toList();
        return new Drawn(Presentation.question(question.questionId(), question.text()), String.join(BETWEEN, accepted));
    }

    @Override
    public boolean isRight(String secret, JsonNode answer) {
        return answer.isString()
                && answer.stringValue().length() <= LONGEST_ANSWER
                && List.of(secret.split(BETWEEN)).contains(plain(answer.stringValue()));
    }

    /** One form for full and half width, for capitals, and for space around and between words. */
    private static String plain(String answer) {
        return Normalizer.normalize(answer, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
