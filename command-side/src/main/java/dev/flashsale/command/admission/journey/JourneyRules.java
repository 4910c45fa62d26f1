package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.note.Footprints;
import dev.flashsale.kernel.admission.JourneyPolicy;
import java.util.ArrayList;
import java.util.List;

/** How much speaks against a person. Each step is judged by what is known then; haste counts by how much of it there is. */
final class JourneyRules {
    private static final int MOST = 100;
    /** No hand and no page gives more. */
    private static final int MOST_EVENTS_PER_SECOND = 1_000;
    /** The page's clock and ours begin at different moments. */
    private static final long LEEWAY_MS = 2_000;

    /** The headers that a request came with, as digests; 0 is none. */
    record Headers(long agent, long language) {}

    private JourneyRules() {}

    /** Somebody asks for a challenge. */
    static Assessment onChallenge(JourneyPolicy policy, Footprints came, Headers headers, long nowMs) {
        Tally tally = new Tally();
        tally.headers(came, headers, true);
        tally.haste(Sign.READ_TOO_FAST, nowMs - came.openedAtMs(), policy.leastReadMs());
        return tally.sum(0);
    }

    /** Somebody asks for a ticket; they were shown a challenge, or there is none. */
    static Assessment onTicket(JourneyPolicy policy, Footprints came, Headers headers, Evidence evidence, long nowMs) {
        Tally tally = new Tally();
        tally.headers(came, headers, true);
        if (came.shownAtMs() == 0) {
            tally.haste(Sign.READ_TOO_FAST, nowMs - came.openedAtMs(), policy.leastReadMs());
        } else {
            tally.haste(Sign.ANSWERED_TOO_FAST, nowMs - came.shownAtMs(), policy.leastAnswerMs());
            long wait = tally.waitMs;
            tally.haste(Sign.READ_TOO_FAST, came.shownAtMs() - came.openedAtMs(), policy.leastReadMs());
            tally.waitMs = wait;
        }
        tally.hand(evidence, nowMs - came.openedAtMs());
        return tally.sum(0);
    }

    /** Somebody asks to buy, with a ticket that carries what was seen before. */
    static Assessment onPurchase(JourneyPolicy policy, Footprints came, Headers headers, long ticketAtMs, long nowMs) {
        Tally tally = new Tally();
        tally.headers(came, headers, false);
        tally.haste(Sign.DECIDED_TOO_FAST, nowMs - ticketAtMs, policy.leastDecideMs());
        return tally.sum(came.score());
    }

    /** Whether a step took so long that the journey has to be begun again. */
    static boolean isOver(JourneyPolicy policy, long fromMs, long nowMs) {
        return nowMs - fromMs > policy.longestMs();
    }

    private static final class Tally {
        private final List<Sign> signs = new ArrayList<>();
        private long waitMs;
        private int score;

        void see(Sign sign, int weight) {
            signs.add(sign);
            score += weight;
        }

        void see(Sign sign) {
            see(sign, sign.weight());
        }

        void haste(Sign sign, long tookMs, long leastMs) {
            long took = Math.max(0, tookMs);
            if (took < leastMs) {
                see(sign, (int) Math.ceilDiv(sign.weight() * (leastMs - took), leastMs));
                waitMs = Math.max(waitMs, leastMs - took);
            }
        }

        void headers(Footprints came, Headers headers, boolean first) {
            if (headers.agent() == 0 && first) {
                see(Sign.NO_USER_AGENT);
            }
            if (headers.agent() != came.agent()) {
                see(Sign.USER_AGENT_CHANGED);
            }
            if (headers.language() == 0 && first) {
                see(Sign.NO_LANGUAGE);
            }
            if (headers.language() != came.language()) {
                see(Sign.LANGUAGE_CHANGED);
            }
        }

        void hand(Evidence evidence, long sinceOpenedMs) {
            if (evidence.events() == 0) {
                see(Sign.NO_HAND_SEEN);
                return;
            }
            boolean longerThanThePage = evidence.activeMs() > sinceOpenedMs + LEEWAY_MS;
            long mostEvents = MOST_EVENTS_PER_SECOND * (evidence.activeMs() / 1_000 + 1);
            if (longerThanThePage || evidence.events() > mostEvents) {
                see(Sign.IMPOSSIBLE_HAND);
            }
            boolean onlyClicks = evidence.pointerMoves() == 0 && evidence.touches() == 0 && evidence.keys() == 0;
            if (evidence.clicks() > 0 && onlyClicks) {
                see(Sign.CLICKS_WITHOUT_MOVES);
            }
        }

        Assessment sum(int before) {
            return new Assessment(Math.min(MOST, before + score), signs, waitMs);
        }
    }
}
