package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class QueueLimitTest {
    private static final long MS = 1_000_000;

    private final QueueLimit limit = new QueueLimit(10_000, 100, Duration.ofSeconds(1));

    @Test
    void beforeAnythingIsKnownTheCapacityIsTheLimit() {
        assertThat(limit.requests()).isEqualTo(10_000);
    }

    @Test
    void noMoreMayWaitThanAreServedInTime() {
        // given one request per millisecond
        limit.served(100, 100 * MS);
        // then
        assertThat(limit.requests()).isEqualTo(1_000);
    }

    @Test
    void aFastStockNeverTakesMoreThanTheCapacity() {
        limit.served(100, MS);
        assertThat(limit.requests()).isEqualTo(10_000);
    }

    @Test
    void aStallStillLeavesRoomForSomeBatches() {
        limit.served(1, 60_000 * MS);
        assertThat(limit.requests()).isEqualTo(400);
    }

    @Test
    void thePaceIsFoundAgainAfterAStall() {
        // given a stall of two seconds
        limit.served(100, 2_000 * MS);
        // when batches are fast again
        for (int i = 0; i < 50; i++) {
            limit.served(100, MS);
        }
        // then
        assertThat(limit.requests()).isEqualTo(10_000);
    }
}
