package dev.flashsale.command.admission.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.journey.JourneyRules.Headers;
import dev.flashsale.command.admission.note.Footprints;
import dev.flashsale.kernel.admission.JourneyPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class JourneyRulesTest {
    private static final JourneyPolicy POLICY = new JourneyPolicy(2_000, 1_000, 500, 600_000, 40, 80);
    private static final Headers BROWSER = new Headers(1, 2);
    private static final Headers NONE = new Headers(0, 0);
    private static final Footprints OPENED = Footprints.opened(10_000, 1, 2);
    private static final Evidence HAND = new Evidence(120, 3, 0, 8, 2, 4_000);

    @Test
    void aPersonWhoTakesTheirTimeShowsNoSign() {
        // given
        Footprints shown = OPENED.shown(14_000, false);
        // then
        assertThat(JourneyRules.onChallenge(POLICY, OPENED, BROWSER, 14_000)).isEqualTo(calm());
        assertThat(JourneyRules.onTicket(POLICY, shown, BROWSER, HAND, 16_000)).isEqualTo(calm());
        assertThat(JourneyRules.onPurchase(POLICY, shown, BROWSER, 16_000, 17_000))
                .isEqualTo(calm());
    }

    @Test
    void hasteCountsByHowMuchOfItThereIs() {
        assertThat(JourneyRules.onChallenge(POLICY, OPENED, BROWSER, 11_999).score())
                .isEqualTo(1);
        assertThat(JourneyRules.onChallenge(POLICY, OPENED, BROWSER, 11_000).score())
                .isEqualTo(20);
        assertThat(JourneyRules.onChallenge(POLICY, OPENED, BROWSER, 10_000).score())
                .isEqualTo(40);
    }

    @Test
    void atTheLeastTimeThereIsNoHaste() {
        assertThat(JourneyRules.onChallenge(POLICY, OPENED, BROWSER, 12_000).signs())
                .isEmpty();
    }

    @Test
    void whoeverOnlyHurriedIsToldHowLongToWait() {
        // when
        Assessment seen = JourneyRules.onChallenge(POLICY, OPENED, BROWSER, 10_500);
        // then
        assertThat(seen.signs()).containsExactly(Sign.READ_TOO_FAST);
        assertThat(seen.waitMs()).isEqualTo(1_500);
        assertThat(seen.isCuredByWaiting()).isTrue();
    }

    @Test
    void hasteOfAnEarlierStepIsNotCuredByWaiting() {
        // given the challenge was asked for at once, and answered slowly
        Footprints shown = OPENED.shown(10_000, false);
        // when
        Assessment seen = JourneyRules.onTicket(POLICY, shown, BROWSER, HAND, 20_000);
        // then
        assertThat(seen.signs()).containsExactly(Sign.READ_TOO_FAST);
        assertThat(seen.isCuredByWaiting()).isFalse();
    }

    @Test
    void aScriptThatDoesEverythingAtOnceScoresHighest() {
        // given
        Footprints shown = Footprints.opened(10_000, 0, 0).shown(10_001, false);
        // when
        Assessment seen = JourneyRules.onTicket(POLICY, shown, NONE, Evidence.NONE, 10_002);
        // then
        assertThat(seen.score()).isEqualTo(100);
        assertThat(seen.signs())
                .containsExactly(
                        Sign.NO_USER_AGENT,
                        Sign.NO_LANGUAGE,
                        Sign.ANSWERED_TOO_FAST,
                        Sign.READ_TOO_FAST,
                        Sign.NO_HAND_SEEN);
    }

    @Test
    void headersThatChangeBetweenStepsAreSigns() {
        assertThat(JourneyRules.onChallenge(POLICY, OPENED, new Headers(7, 8), 20_000)
                        .signs())
                .containsExactly(Sign.USER_AGENT_CHANGED, Sign.LANGUAGE_CHANGED);
        assertThat(JourneyRules.onPurchase(POLICY, OPENED, new Headers(7, 2), 16_000, 20_000)
                        .signs())
                .containsExactly(Sign.USER_AGENT_CHANGED);
    }

    @Test
    void theStepsBeforeCountAtThePurchaseToo() {
        // when
        Assessment seen = JourneyRules.onPurchase(POLICY, OPENED.scored(50), BROWSER, 16_000, 16_000);
        // then
        assertThat(seen.score()).isEqualTo(90);
        assertThat(seen.signs()).containsExactly(Sign.DECIDED_TOO_FAST);
    }

    @Test
    void aHandThatMovedLongerThanThePageWasOpenIsImpossible() {
        // given
        Evidence madeUp = new Evidence(100, 1, 0, 0, 0, 60_000);
        // then
        assertThat(JourneyRules.onTicket(POLICY, OPENED, BROWSER, madeUp, 20_000)
                        .signs())
                .containsExactly(Sign.IMPOSSIBLE_HAND);
    }

    @Test
    void aKeyboardAloneIsAHand() {
        // given
        Evidence keys = new Evidence(0, 0, 0, 12, 0, 5_000);
        // then
        assertThat(JourneyRules.onTicket(POLICY, OPENED, BROWSER, keys, 20_000).signs())
                .isEmpty();
    }

    @Test
    void noSingleSignReachesTheUsualRefusal() {
        for (Sign sign : Sign.values()) {
            assertThat(sign.weight()).isLessThan(60);
        }
    }

    @Test
    void aClockThatWentBackIsHasteAtMost() {
        assertThat(JourneyRules.onChallenge(POLICY, OPENED, BROWSER, 9_000).score())
                .isEqualTo(40);
    }

    @Test
    void aStepThatTookTooLongBeginsAnew() {
        assertThat(JourneyRules.isOver(POLICY, 10_000, 610_000)).isFalse();
        assertThat(JourneyRules.isOver(POLICY, 10_000, 610_001)).isTrue();
    }

    private static Assessment calm() {
        return new Assessment(0, List.of(), 0);
    }
}
