package dev.flashsale.kernel.admission;

import java.util.List;

/**
 * One question of a sale's quiz.
 *
 * @param questionId unique within the sale
 * @param text what shoppers read
 * @param acceptedAnswers any of these is right; case and surrounding space make no difference
 */
public record QuizQuestion(String questionId, String text, List<String> acceptedAnswers) {
    public QuizQuestion {
        acceptedAnswers = List.copyOf(acceptedAnswers);
    }
}
