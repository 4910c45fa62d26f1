package dev.flashsale.query.purchase;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.query.redis.QuerySettings;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Bounds how many streams are open, in all and per user: each holds a connection. */
@Component
class StreamPermits {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ConcurrentMap<String, Integer> perUser = new ConcurrentHashMap<>();
    private final Semaphore all;
    private final int mostPerUser;

    StreamPermits(QuerySettings settings) {
        this.all = new Semaphore(settings.maxStreams());
        this.mostPerUser = settings.maxStreamsPerUser();
    }

    /** @throws ApiProblem too many streams are open; asking again and again still works */
    void acquire(String userId) {
        if (perUser.merge(userId, 1, Integer::sum) > mostPerUser) {
            forget(userId);
            throw tooMany(HttpStatus.TOO_MANY_REQUESTS);
        }
        if (!all.tryAcquire()) {
            forget(userId);
            throw tooMany(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    void release(String userId) {
        all.release();
        forget(userId);
    }

    private void forget(String userId) {
        perUser.computeIfPresent(userId, (user, open) -> open == 1 ? null : open - 1);
    }

    private static ApiProblem tooMany(HttpStatus status) {
        return ApiProblem.of(status, "too-many-streams", "Too many streams are open")
                .detail("Ask for the purchase itself instead.")
                .retryAfter(PAUSE);
    }
}
