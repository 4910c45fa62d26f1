package dev.flashsale.command.admission.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.admission.Rate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class QuotaTest {
    /** Five at once; two come back in three seconds, so an empty bucket is full after seven and a half. */
    private static final Rate RATE = new Rate(5, 2, 3_000);

    @Test
    void aRefusalTellsInWholeSecondsWhenTheNextTokenComes() {
        // given
        Quota quota = Quota.refused("user", RATE, Duration.ofMillis(1_001));
        // then
        assertThat(quota.header()).isEqualTo("\"user\";r=0;t=2");
        assertThat(quota.pauseMs()).isEqualTo(1_001);
    }

    @Test
    void thePolicyTellsTheBucketsSizeAndWhenAnEmptyOneIsFull() {
        assertThat(Quota.taken("user", RATE, 4).policyHeader()).isEqualTo("\"user\";q=5;w=8");
        assertThat(Quota.taken("sale", new Rate(10, 1_000, 1), 4).policyHeader())
                .isEqualTo("\"sale\";q=10;w=1");
    }

    @Test
    void aFractionOfAMillisecondIsNotLost() {
        assertThat(Quota.refused("user", RATE, Duration.ofNanos(1_000_001)).pauseMs())
                .isEqualTo(2);
    }
}
