package dev.flashsale.command.sale;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.BlockingPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.kernel.admission.EligibilityPolicy;
import dev.flashsale.kernel.admission.JourneyPolicy;
import dev.flashsale.kernel.admission.QuizQuestion;
import dev.flashsale.kernel.admission.Rate;
import dev.flashsale.kernel.admission.RatePolicy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an admission must look like to be applied. Answers with a sentence for the merchant, or null. */
final class AdmissionRules {
    private static final long DAY_MS = 86_400_000;
    private static final int MOST_QUESTIONS = 500;
    private static final int MOST_ANSWERS = 20;
    private static final int LONGEST_TEXT = 500;

    private AdmissionRules() {}

    static @Nullable String broken(AdmissionPolicy policy) {
        return Stream.of(
                        theChallengeLeadsToATicket(policy),
                        policy.challenge() == null ? null : brokenChallenge(policy.challenge()),
                        policy.rates() == null ? null : brokenRates(policy.rates()),
                        policy.blocking() == null ? null : brokenBlocking(policy.blocking()),
                        policy.journey() == null ? null : brokenJourney(policy.journey()),
                        policy.eligibility() == null ? null : brokenEligibility(policy.eligibility()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String theChallengeLeadsToATicket(AdmissionPolicy policy) {
        boolean needsTicket = policy.challenge() != null || policy.journey() != null;
        return needsTicket && !policy.ticket() ? "A challenge and a journey need tickets to be demanded." : null;
    }

    private static @Nullable String brokenChallenge(ChallengePolicy challenge) {
        boolean quiz = challenge.kind() == ChallengeKind.QUIZ;
        if (quiz == challenge.questions().isEmpty() || challenge.questions().size() > MOST_QUESTIONS) {
            return "A quiz has 1 to " + MOST_QUESTIONS + " questions, and no other challenge has any.";
        }
        boolean sound = between(challenge.maxAttempts(), 1, 5)
                && between(challenge.lifetimeMs(), 10_000, 3_600_000)
                && between(challenge.workBits(), 0, 24)
                && challenge.questions().stream().allMatch(AdmissionRules::isSound)
                && distinctIds(challenge.questions());
        return sound
                ? null
                : "A challenge has 1 to 5 attempts, lives 10 seconds to an hour, asks for at most 24 bits of work, and each"
                        + " question has an id of its own, a text and 1 to " + MOST_ANSWERS + " answers.";
    }

    private static boolean distinctIds(List<QuizQuestion> questions) {
        return questions.stream().map(QuizQuestion::questionId).distinct().count() == questions.size();
    }

    private static boolean isSound(QuizQuestion question) {
        return isText(question.questionId())
                && isText(question.text())
                && between(question.acceptedAnswers().size(), 1, MOST_ANSWERS)
                && question.acceptedAnswers().stream().allMatch(AdmissionRules::isText);
    }

    private static boolean isText(@Nullable String text) {
        return text != null && !text.isBlank() && text.length() <= LONGEST_TEXT;
    }

    private static @Nullable String brokenRates(RatePolicy rates) {
        boolean sound = Stream.of(rates.perUser(), rates.perAddress(), rates.perSale())
                .allMatch(rate -> rate == null || isSound(rate));
        return sound
                ? null
                : "A rate has a capacity and a refill of 1 to 1,000,000 tokens, and a period of 1 ms to a day.";
    }

    private static boolean isSound(Rate rate) {
        return between(rate.capacity(), 1, 1_000_000)
                && between(rate.refillTokens(), 1, 1_000_000)
                && between(rate.refillPeriodMs(), 1, DAY_MS);
    }

    private static @Nullable String brokenBlocking(BlockingPolicy blocking) {
        boolean sound = between(blocking.refusals(), 2, 100_000)
                && between(blocking.windowMs(), 100, DAY_MS)
                && between(blocking.firstBlockMs(), 1_000, DAY_MS)
                && between(blocking.growth(), 1, 100)
                && between(blocking.longestBlockMs(), blocking.firstBlockMs(), 30 * DAY_MS);
        return sound
                ? null
                : "Blocking counts 2 to 100,000 refusals within 100 ms to a day, lasts a second to a day at first and at most"
                        + " 30 days, and grows 1 to 100 times.";
    }

    private static @Nullable String brokenJourney(JourneyPolicy journey) {
        boolean sound = between(journey.leastReadMs(), 0, 60_000)
                && between(journey.leastAnswerMs(), 0, 60_000)
                && between(journey.leastDecideMs(), 0, 60_000)
                && between(journey.longestMs(), 60_000, DAY_MS)
                && between(journey.challengeFrom(), 0, 101)
                && between(journey.refuseFrom(), 1, 101);
        return sound
                ? null
                : "A journey's least times are up to a minute each, its longest a minute to a day, its scores 0 (refusing: 1) to"
                        + " 101.";
    }

    private static @Nullable String brokenEligibility(EligibilityPolicy eligibility) {
        boolean sound = between(eligibility.leastAccountAgeMs(), 0, 3_650 * DAY_MS)
                && between(eligibility.leastLevel(), 0, 100)
                && isSaleOrNone(eligibility.boughtInSaleId())
                && isSaleOrNone(eligibility.notBoughtInSaleId());
        return sound
                ? null
                : "Eligibility: account age (up to ten years), level (up to 100) or a sale id is out of range.";
    }

    private static boolean isSaleOrNone(@Nullable String saleId) {
        return saleId == null || saleId.matches("[A-Za-z0-9_-]{1,64}");
    }

    private static boolean between(long value, long least, long most) {
        return value >= least && value <= most;
    }
}
