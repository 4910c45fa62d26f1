package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Units are never believed to be fewer than they are, in whatever order several nodes' decisions are heard. */
class UnitsLeftTest {
    private final UnitsLeft left = new UnitsLeft();

    @Test
    void nothingIsSaidUntilAllBucketsAreKnown() {
        left.learn(0, 3);
        assertThat(left.in(2)).isNull();
        left.learn(1, 4);
        assertThat(left.in(2)).isEqualTo(7);
    }

    @Test
    void whatWasDecidedSinceIsBelievedBeforeWhatWasAsked() {
        // given
        left.hear(released(7, 5), 5);

        // when an answer that is older arrives, and an older event
        left.learn(0, 2);
        left.hear(released(6, 4), 4);

        // then
        assertThat(left.in(1)).isEqualTo(7);
    }

    @Test
    void unitsBetweenBucketsAreLeft() {
        // given
        left.learn(0, 5);
        left.learn(1, 0);

        // when, then
        left.hear(sent("t", 3, 2), 9);
        assertThat(left.in(2)).isEqualTo(5);
        left.hear(received("t", 3, 3), 9);
        assertThat(left.in(2)).isEqualTo(5);
    }

    @Test
    void twoBucketsHeardApartNeverMakeUnitsDisappear() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            // given ten units of which some move from bucket 0 to bucket 1, one after the other
            UnitsLeft units = new UnitsLeft();
            units.learn(0, 10);
            units.learn(1, 0);
            Deque<Runnable> sender = new ArrayDeque<>();
            Deque<Runnable> receiver = new ArrayDeque<>();
            for (int i = 0; i < 5; i++) {
                int step = i;
                sender.add(() -> units.hear(sent("t" + step, 2, 8 - 2 * step), step));
                receiver.add(() -> units.hear(received("t" + step, 2, 2 + 2 * step), step));
            }

            // when, then
            while (!sender.isEmpty() || !receiver.isEmpty()) {
                boolean senderSpeaks = receiver.isEmpty() || (!sender.isEmpty() && random.nextBoolean());
                (senderSpeaks ? sender : receiver).remove().run();
                assertThat(units.in(2)).as("seed %d", seed).isGreaterThanOrEqualTo(10);
            }
            assertThat(units.in(2)).as("seed %d", seed).isEqualTo(10);
        }
    }

    private static StockReleased released(int available, int units) {
        return new StockReleased(
                "sale-1:phone:0",
                "sale-1",
                "phone",
                0,
                "p",
                "u",
                "phone",
                1,
                units,
                ReleaseReason.EXPIRED,
                available,
                Shop.NOW);
    }

    private static StockTransferred sent(String id, int units, int available) {
        return new StockTransferred(
                "sale-1:phone:0", "sale-1", "phone", 0, "sale-1:phone:1", id, units, available, Shop.NOW);
    }

    private static StockTransferReceived received(String id, int units, int available) {
        return new StockTransferReceived(
                "sale-1:phone:1", "sale-1", "phone", 1, "sale-1:phone:0", id, units, available, Shop.NOW);
    }
}
