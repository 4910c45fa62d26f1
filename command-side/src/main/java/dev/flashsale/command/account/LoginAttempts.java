package dev.flashsale.command.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.platform.problem.StandardProblem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Bounds the guesses at one username's password, also of a username that does not exist. Kept in memory: each process
 * allows its own number, and a restart forgets. Whoever guesses on purpose can keep a name locked for as long as they go on;
 * tokens issued before stay good.
 */
@Component
class LoginAttempts {
    private static final int MOST_NAMES = 100_000;

    private record Attempts(int count, Instant until) {}

    private final Cache<String, Attempts> byUsername;
    private final AccountSettings settings;
    private final Clock clock;

    LoginAttempts(AccountSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.byUsername = Caffeine.newBuilder()
                .maximumSize(MOST_NAMES)
                .expireAfterWrite(settings.failureWindow())
                .build();
    }

    /** Counts an attempt before the password is looked at, since guesses may arrive all at once. Throws 429. */
    void begin(String canonicalUsername) {
        Instant now = clock.instant();
        Attempts counted = byUsername.asMap().merge(canonicalUsername, first(now), (had, next) -> {
            return now.isBefore(had.until()) ? new Attempts(had.count() + 1, had.until()) : next;
        });
        if (counted.count() > settings.maxFailures()) {
            throw StandardProblem.TOO_MANY_REQUESTS
                    .with("Too many wrong passwords for this name.")
                    .retryAfter(Duration.between(now, counted.until()));
        }
    }

    /** Forgets the failures: the right password was given. */
    void succeeded(String canonicalUsername) {
        byUsername.invalidate(canonicalUsername);
    }

    private Attempts first(Instant now) {
        return new Attempts(1, now.plus(settings.failureWindow()));
    }
}
