package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ItemLatchTest {
    private final ItemLatch latch = new ItemLatch();

    @Test
    void itIsOpenUntilAStockSaysOtherwise() {
        assertThat(latch.isShut()).isFalse();
        assertThat(latch.isShutFor(1_000)).isFalse();
    }

    @Test
    void whatTakesFewerUnitsThanWereMissedMayStillBeHad() {
        // given three units were too many
        latch.close(3, latch.returnsSeen());
        // then
        assertThat(latch.isShutFor(3)).isTrue();
        assertThat(latch.isShutFor(2)).isFalse();
    }

    @Test
    void unitsThatComeBackOpenIt() {
        // given
        latch.close(1, latch.returnsSeen());
        // when
        latch.open();
        // then
        assertThat(latch.isShutFor(1)).isFalse();
    }

    @Test
    void anAnswerOlderThanAReturnSaysNothing() {
        // given a stock is asked
        long seen = latch.returnsSeen();
        // when units come back before its answer arrives
        latch.open();
        latch.close(1, seen);
        // then
        assertThat(latch.isShutFor(1)).isFalse();
    }

    @Test
    void anAnswerToALatchThatWasForgottenDoesNotShutTheNewOne() {
        // given
        long seen = latch.returnsSeen();
        ItemLatch anew = new ItemLatch();
        // when
        anew.close(1, seen);
        // then
        assertThat(anew.isShut()).isFalse();
    }
}
