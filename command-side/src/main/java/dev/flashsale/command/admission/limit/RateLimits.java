package dev.flashsale.command.admission.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.flashsale.kernel.admission.Rate;
import io.github.bucket4j.TimeMeter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Token buckets that all nodes share. Each node asks its own bucket first, so a flood ends there; what passes asks Redis. While
 * Redis is away each node keeps to its own bucket alone.
 */
@Component
public class RateLimits {
    private static final int MOST_BUCKETS_REMEMBERED = 200_000;

    private record Key(String limit, String subject, Rate rate) {}

    private final Cache<Key, NodeBucket> buckets;
    private final SharedBuckets shared;
    private final TimeMeter time;

    @Autowired
    RateLimits(SharedBuckets shared) {
        this(shared, TimeMeter.SYSTEM_NANOTIME);
    }

    RateLimits(SharedBuckets shared, TimeMeter time) {
        this.shared = shared;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_BUCKETS_REMEMBERED)
                .ticker(time::currentTimeNanos)
                .expireAfter(Expiry.<Key, NodeBucket>accessing((key, bucket) -> bucket.untilFull()))
                .build();
    }

    /**
     * Takes a token if there is one.
     *
     * @param limit names the limit, in lower-case letters
     * @param subject whom it counts, unique within the limit; a bucket belongs to both
     * @param rate the bucket's size and speed; another one takes effect at once
     */
    public Quota take(String limit, String subject, Rate rate) {
        return buckets.get(new Key(limit, subject, rate), key -> new NodeBucket(limit, subject, rate, time))
                .take(shared);
    }
}
