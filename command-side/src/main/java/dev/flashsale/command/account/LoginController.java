package dev.flashsale.command.account;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.security.TokenIssuer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Exchanges username and password for a token. A wrong name and a wrong password get the same answer after the same work. */
@RestController
class LoginController {
    record Login(
            @NotNull @Pattern(regexp = Account.NAME, message = Account.NAME_RULE)
            String username,

            @NotNull @Size(max = NewAccounts.MOST_PASSWORD_BYTES)
            String password) {
        /** Without the password, since requests end up in logs. */
        @Override
        public String toString() {
            return "Login[username=" + username + "]";
        }
    }

    private final Accounts accounts;
    private final Passwords passwords;
    private final LoginAttempts attempts;
    private final TokenIssuer tokens;

    LoginController(Accounts accounts, Passwords passwords, LoginAttempts attempts, TokenIssuer tokens) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
        this.tokens = tokens;
    }

    @PostMapping("/api/auth/login")
    SignedIn login(@RequestBody @Valid Login login) {
        String username = Account.canonical(login.username());
        attempts.begin(username);
        Account account = accounts.findByUsername(username).orElse(null);
        if (!passwords.matches(login.password(), account) || account == null) {
            throw ApiProblem.of(HttpStatus.UNAUTHORIZED, "bad-credentials", "Username or password is wrong");
        }
        attempts.succeeded(username);
        return SignedIn.to(strengthened(account, login.password()), tokens);
    }

    private Account strengthened(Account account, String password) {
        if (!passwords.isOutdated(account)) {
            return account;
        }
        account.rehash(passwords.hash(password));
        return accounts.save(account);
    }
}
