package dev.flashsale.command.sale;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.BlockingPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.kernel.admission.EligibilityPolicy;
import dev.flashsale.kernel.admission.JourneyPolicy;
import dev.flashsale.kernel.admission.QuizQuestion;
import dev.flashsale.kernel.admission.RatePolicy;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An admission as a merchant sends it; what is left out is switched off.
 *
 * @param ticket demanded with a challenge or a journey even when left out
 */
record AdmissionPlan(
        @Valid @Nullable Challenge challenge,
        @Nullable Boolean ticket,
        @Nullable RatePolicy rates,
        @Nullable BlockingPolicy blocking,
        @Nullable JourneyPolicy journey,
        @Nullable Eligibility eligibility,
        @Nullable Boolean queue) {
    private static final int USUAL_ATTEMPTS = 3;
    private static final long USUAL_LIFETIME_MS = 120_000;
    private static final int USUAL_WORK_BITS = 16;

    /** What is to be solved. */
    record Challenge(
            @NotNull ChallengeKind kind,

            @Size(max = 500) @Nullable List<@Valid @NotNull Question> questions,

            @Nullable Integer maxAttempts,
            @Nullable Long lifetimeMs,
            @Nullable Integer workBits) {
        ChallengePolicy toKernel() {
            return new ChallengePolicy(
                    kind,
                    questions == null
                            ? List.of()
                            : questions.stream().map(Question::toKernel).toList(),
                    Objects.requireNonNullElse(maxAttempts, USUAL_ATTEMPTS),
                    Objects.requireNonNullElse(lifetimeMs, USUAL_LIFETIME_MS),
                    Objects.requireNonNullElse(workBits, USUAL_WORK_BITS));
        }
    }

    /** A question of a quiz. */
    record Question(
            @NotNull String questionId,
            @NotNull String text,

            @NotNull @Size(min = 1, max = 20) List<@NotNull String> acceptedAnswers) {
        QuizQuestion toKernel() {
            return new QuizQuestion(questionId, text, acceptedAnswers);
        }
    }

    /** Whom the sale is for. */
    record Eligibility(
            @Nullable Long leastAccountAgeMs,
            @Nullable Integer leastLevel,
            @Nullable Boolean allowListOnly,
            @Nullable String boughtInSaleId,
            @Nullable String notBoughtInSaleId) {
        EligibilityPolicy toKernel() {
            return new EligibilityPolicy(
                    Objects.requireNonNullElse(leastAccountAgeMs, 0L),
                    Objects.requireNonNullElse(leastLevel, 0),
                    Boolean.TRUE.equals(allowListOnly),
                    boughtInSaleId,
                    notBoughtInSaleId);
        }
    }

    AdmissionPolicy toKernel() {
        return new AdmissionPolicy(
                challenge == null ? null : challenge.toKernel(),
                Objects.requireNonNullElse(ticket, challenge != null || journey != null),
                rates,
                blocking,
                journey,
                eligibility == null ? null : eligibility.toKernel(),
                Boolean.TRUE.equals(queue));
    }
}
