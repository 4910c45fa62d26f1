package dev.flashsale.command.admission.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.challenge.Challenger.Drawn;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.kernel.admission.QuizQuestion;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

class QuizChallengerTest {
    private static final Instant END = Instant.parse("2026-11-21T12:17:00Z");
    private static final QuizQuestion TEA =
            new QuizQuestion("tea", "Where does tea come from?", List.of("Camellia  sinensis", "茶树"));

    private final QuizChallenger challenger = new QuizChallenger();

    @ParameterizedTest
    @ValueSource(strings = {"Camellia sinensis", " camellia   SINENSIS\n", "ｃａｍｅｌｌｉａ sinensis", "茶树", " 茶树 "})
    void anyAcceptedAnswerIsRightInAnySpelling(String answer) {
        assertThat(challenger.isRight(drawn(TEA).secret(), StringNode.valueOf(answer)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"tea\"", "null", "7", "{}", "[\"茶树\"]", "\"camellia sinensis 茶树\"", "\"\\n\""})
    void anythingElseIsWrong(String sent) {
        assertThat(challenger.isRight(drawn(TEA).secret(), JsonMapper.shared().readTree(sent)))
                .isFalse();
    }

    @Test
    void anAnswerThatIsTooLongIsWrong() {
        assertThat(challenger.isRight(drawn(TEA).secret(), StringNode.valueOf("茶树" + " ".repeat(1_000))))
                .isFalse();
    }

    @Test
    void allQuestionsAreDrawnAndNoAnswerIsShown() {
        // given
        QuizQuestion sky = new QuizQuestion("sky", "Which colour has the sky?", List.of("blue"));
        Set<@Nullable String> asked = new HashSet<>();
        // when
        for (int i = 0; i < 200; i++) {
            Drawn drawn = drawn(TEA, sky);
            asked.add(drawn.shown().questionId());
            assertThat(drawn.shown().toString())
                    .doesNotContainIgnoringCase("camellia")
                    .doesNotContain("blue");
        }
        // then
        assertThat(asked).containsExactlyInAnyOrder("tea", "sky");
    }

    private Drawn drawn(QuizQuestion... questions) {
        return challenger.draw(new ChallengePolicy(ChallengeKind.QUIZ, List.of(questions), 3, 120_000, 0), false, END);
    }
}
