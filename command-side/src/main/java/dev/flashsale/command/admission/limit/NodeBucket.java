package dev.flashsale.command.admission.limit;

import dev.flashsale.kernel.admission.Rate;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * What this node knows of one bucket: the tokens that it took itself, and until when all nodes together have none. It holds
 * at least as many tokens as the shared one, so a refusal of its own is true without asking.
 */
final class NodeBucket {
    private final String limit;
    private final String subject;
    private final Rate rate;
    private final TimeMeter time;
    private final Bucket own;
    private volatile long noneUntilNanos;

    NodeBucket(String limit, String subject, Rate rate, TimeMeter time) {
        this.limit = limit;
        this.subject = subject;
        this.rate = rate;
        this.time = time;
        this.noneUntilNanos = time.currentTimeNanos();
        this.own = Bucket.builder()
                .addLimit(size -> size.capacity(rate.capacity())
                        .refillGreedy(rate.refillTokens(), Duration.ofMillis(rate.refillPeriodMs())))
                .withCustomTimePrecision(time)
                .build();
    }

    Quota take(SharedBuckets shared) {
        long noneForNanos = noneUntilNanos - time.currentTimeNanos();
        if (noneForNanos > 0) {
            return Quota.refused(limit, rate, Duration.ofNanos(noneForNanos));
        }
        ConsumptionProbe probe = own.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            return Quota.refused(limit, rate, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        Quota ofAll = shared.take(limit, subject, rate);
        return ofAll == null ? Quota.taken(limit, rate, probe.getRemainingTokens()) : agreed(ofAll);
    }

    private Quota agreed(Quota ofAll) {
        if (!ofAll.isTaken()) {
            // another node took it: this one may try again as soon as there is one
            own.addTokens(1);
            noneUntilNanos = time.currentTimeNanos() + ofAll.pause().toNanos();
        }
        return ofAll;
    }

    /** By then it is full again, and may be forgotten. */
    Duration untilFull() {
        return Duration.ofMillis(Math.ceilDiv(rate.capacity() * rate.refillPeriodMs(), rate.refillTokens()))
                .plusSeconds(1);
    }
}
