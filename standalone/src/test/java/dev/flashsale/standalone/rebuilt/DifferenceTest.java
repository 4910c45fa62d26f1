package dev.flashsale.standalone.rebuilt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    @Test
    void theSameContentHasTheSameHashAndNoDifference() {
        // given
        Difference difference = Difference.between(Map.of("a", "1", "b", "2"), Map.of("b", "2", "a", "1"));

        // then
        assertThat(difference.isNone()).isTrue();
        assertThat(difference.hashOfOne()).isEqualTo(difference.hashOfOther()).hasSize(64);
    }

    @Test
    void theFirstKeyThatDiffersIsNamedWithBothValues() {
        // given
        Difference difference = Difference.between(Map.of("a", "1", "c", "3", "d", "4"), Map.of("a", "1", "b", "2"));

        // then
        assertThat(difference.keys()).isEqualTo(3);
        assertThat(difference.firstKey()).isEqualTo("b");
        assertThat(difference.one()).isEqualTo("nothing");
        assertThat(difference.other()).isEqualTo("2");
        assertThat(difference.hashOfOne()).isNotEqualTo(difference.hashOfOther());
    }
}
