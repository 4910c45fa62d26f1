package dev.flashsale.command.purchase;

import static dev.flashsale.command.purchase.Shop.bucket;
import static dev.flashsale.command.purchase.Shop.wish;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.aggregate.SharedEvents;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The door to the stocks, with its threads. */
class IntakeTest {
    @Test
    void everyoneWhoWasLetInIsAnsweredBeforeTheDoorCloses() throws Exception {
        // given an intake with requests in its queues
        try (Shop shop = new Shop(new SharedEvents())) {
            shop.allocate(100, 100);
            Intake intake = new Intake(shop.decision, new SimpleMeterRegistry(), 2, 1_000, 16, 2_500);
            List<CompletableFuture<Answer>> answers =
                    IntStream.range(0, 300).mapToObj(i -> buy(intake, i)).toList();

            // when it closes, then two hundred have bought, the others were refused, and nobody waits
            intake.drain();
            assertThat(answers).allMatch(CompletableFuture::isDone);
            assertThat(answers.stream().map(CompletableFuture::join).filter(Answer.Accepted.class::isInstance))
                    .hasSize(200);
            assertThat(answers.stream().map(CompletableFuture::join).filter(Answer.Refused.class::isInstance))
                    .hasSize(100);

            // and whoever comes later hears at once that nothing was decided
            assertThat(buy(intake, 301).get(10, TimeUnit.SECONDS)).isEqualTo(new Answer.Busy("301"));
        }
    }

    @Test
    void aFullQueueTurnsAwayAtOnce() throws Exception {
        // given an intake that has room for nobody, when a request comes, then it is told so
        try (Shop shop = new Shop(new SharedEvents())) {
            Intake intake = new Intake(shop.decision, new SimpleMeterRegistry(), 1, 0, 16, 2_500);
            assertThat(buy(intake, 1)).isCompletedWithValue(new Answer.Busy("1"));
            intake.drain();
        }
    }

    private static CompletableFuture<Answer> buy(Intake intake, int shopper) {
        return intake.submit(
                bucket(shopper % 2), wish(Integer.toString(shopper), 1, 2).request(), 2, false);
    }
}
