package dev.flashsale.kernel.admission;

import java.util.List;

/**
 * What is to be solved before a ticket is given.
 *
 * @param kind what is to be solved
 * @param questions the bank that a quiz draws from; empty for other kinds
 * @param maxAttempts wrong answers included, how often one challenge may be tried; 1 to 5
 * @param lifetimeMs milliseconds from being shown until it can no longer be answered
 * @param workBits how hard a proof of work is: the search covers 2^workBits numbers; other kinds ignore it
 */
public record ChallengePolicy(
        ChallengeKind kind, List<QuizQuestion> questions, int maxAttempts, long lifetimeMs, int workBits) {
    public ChallengePolicy {
        questions = List.copyOf(questions);
    }
}
