package dev.flashsale.command.account;

import dev.flashsale.platform.problem.ApiProblem;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and compares passwords. Hashing is slow on purpose, so only as many at a time as there are processors: a flood of
 * logins must not take the machine away from those who buy.
 */
@Component
class Passwords {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final PasswordEncoder encoder;
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String hashOfNobody;

    Passwords(AccountSettings settings) {
        encoder = new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(settings.bcryptStrength())));
        hashOfNobody = hash(UUID.randomUUID().toString());
    }

    /** The hash to store. */
    String hash(String password) {
        return inTurn(() -> {
            String hash = encoder.encode(password);
            if (hash == null) {
                throw new IllegalStateException("a password always has a hash");
            }
            return hash;
        });
    }

    /** Whether this is the account's password; for nobody's account false, after the same work. */
    boolean matches(String password, @Nullable Account account) {
        String hash = account == null ? hashOfNobody : account.passwordHash();
        return inTurn(() -> encoder.matches(password, hash)) && account != null;
    }

    /** Whether the account's hash was made with less effort than is asked today. */
    boolean isOutdated(Account account) {
        return encoder.upgradeEncoding(account.passwordHash());
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw overloaded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw overloaded();
        }
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static ApiProblem overloaded() {
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "Too many people at once")
                .detail("Too many logins at once. Nothing was done.")
                .retryAfter(LONGEST_WAIT);
    }
}
