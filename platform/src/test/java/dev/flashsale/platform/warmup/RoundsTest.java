package dev.flashsale.platform.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Rounds rounds = new Rounds(new LocalNode(0), threads, 2, 10);
    private final AtomicInteger sent = new AtomicInteger();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void eachRoundSendsAsManyRequestsAsTheKindWants() throws Exception {
        // given
        AtomicInteger asked = new AtomicInteger();
        // when
        rounds.run(List.of(exercise(10), exercise(3)), () -> asked.getAndIncrement() < 4);
        // then
        assertThat(sent).hasValue(2 * (10 + 3));
        assertThat(rounds.isFlat()).isFalse();
    }

    @Test
    void whoeverMustStopStopsBeforeTheNextKind() throws Exception {
        // when
        rounds.run(List.of(exercise(10), exercise(10)), () -> sent.get() == 0);
        // then
        assertThat(sent).hasValue(10);
    }

    @Test
    void aRequestThatFailsEndsTheWarmUp() {
        // given
        Exercise broken = new Counted(1) {
            @Override
            public void send(LocalNode node, int number) throws IOException {
                throw new IOException("no answer");
            }
        };
        // when
        assertThatThrownBy(() -> rounds.run(List.of(broken), () -> true))
                // then
                .isInstanceOf(IOException.class)
                .hasRootCauseMessage("no answer");
    }

    private Exercise exercise(int perRound) {
        return new Counted(perRound);
    }

    private class Counted implements Exercise {
        private final int perRound;

        Counted(int perRound) {
            this.perRound = perRound;
        }

        @Override
        public String name() {
            return "counted";
        }

        @Override
        public void prepare() {}

        @Override
        public int requestsPerRound(int usual) {
            return perRound;
        }

        @Override
        public void send(LocalNode node, int number) throws IOException {
            sent.incrementAndGet();
        }

        @Override
        public void cleanUp() {}
    }
}
