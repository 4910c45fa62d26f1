package dev.flashsale.command.account;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.security.Role;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes accounts. The database decides who was first to take a name. */
@Component
class NewAccounts {
    /** BCrypt reads no further: a longer password would be weaker than its owner believes. */
    static final int MOST_PASSWORD_BYTES = 72;

    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;

    NewAccounts(Accounts accounts, Passwords passwords, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** The new account, or 409 when the name is taken. */
    Account create(String username, String password, Role role) {
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_PASSWORD_BYTES) {
            throw ApiProblem.invalidRequest("A password has at most " + MOST_PASSWORD_BYTES + " bytes.");
        }
        if (accounts.findByUsername(Account.canonical(username)).isPresent()) {
            throw taken();
        }
        Account account = new Account(
                UUID.randomUUID(),
                username,
                passwords.hash(password),
                role,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (accounts.add(account) == 0) {
            throw taken();
        }
        return account;
    }

    private static ApiProblem taken() {
        return ApiProblem.of(HttpStatus.CONFLICT, "username-taken", "The username is taken")
                .detail("Choose another username; case makes no difference.");
    }
}
