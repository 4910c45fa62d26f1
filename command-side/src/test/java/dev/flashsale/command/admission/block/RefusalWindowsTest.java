package dev.flashsale.command.admission.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.admission.BlockingPolicy;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalWindowsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final BlockingPolicy POLICY = new BlockingPolicy(3, 10_000, 60_000, 2, 600_000);

    private final RefusalWindows windows = new RefusalWindows();

    @Test
    void theLastOfTheNumberFillsAWindow() {
        assertThat(refused(NOW)).isFalse();
        assertThat(refused(NOW.plusMillis(1))).isFalse();
        assertThat(refused(NOW.plusMillis(9_999))).isTrue();
    }

    @Test
    void afterItsTimeAWindowBeginsAnew() {
        assertThat(refused(NOW)).isFalse();
        assertThat(refused(NOW)).isFalse();
        assertThat(refused(NOW.plusMillis(10_000))).isFalse();
        assertThat(refused(NOW.plusMillis(10_001))).isFalse();
        assertThat(refused(NOW.plusMillis(10_002))).isTrue();
    }

    @Test
    void manyThreadsFillAWindowAsOftenAsTheirNumberHoldsIt() {
        long full =
                IntStream.range(0, 3_000).parallel().filter(i -> refused(NOW)).count();
        assertThat(full).isEqualTo(1_000);
    }

    private boolean refused(Instant at) {
        return windows.isFull("sale-1|block-user-1", POLICY, at);
    }
}
