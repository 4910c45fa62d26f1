package dev.flashsale.analysis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadProgressTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong nanos = new AtomicLong();
    private final ReadProgress progress = new ReadProgress(new Span(1, 8_192), new PrintWriter(err), nanos::get);

    @Test
    void aLongReadSaysPositionRateAndTimeLeft() {
        // given
        nanos.set(Duration.ofSeconds(2).toNanos());

        // when
        readTo(2_048);

        // then
        assertThat(err.toString())
                .isEqualTo("reading  index 1,024 of 8,192 · 13 %% · 512 events/s · ETA 14 s%n".formatted());
    }

    @Test
    void aShortReadSaysNothing() {
        // given
        nanos.set(Duration.ofMillis(1_999).toNanos());

        // when
        readTo(8_192);

        // then
        assertThat(err.toString()).isEmpty();
    }

    private void readTo(long last) {
        for (long index = 1; index <= last; index++) {
            progress.at(index);
        }
    }
}
