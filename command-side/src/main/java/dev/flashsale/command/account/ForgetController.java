package dev.flashsale.command.account;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.security.CurrentUser;
import dev.flashsale.platform.security.Role;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Forgets whoever asks. Name and password are in the account's row and nowhere else, so the row is deleted; the user id in
 * events and orders means nobody from then on. The name is free again, for somebody with another id. Tokens issued before
 * stay good until they expire, since nobody looks them up.
 */
@RestController
class ForgetController {
    private final Accounts accounts;
    private final LoginAttempts attempts;

    ForgetController(Accounts accounts, LoginAttempts attempts) {
        this.accounts = accounts;
        this.attempts = attempts;
    }

    /** Also 204 when the account is gone already. */
    @DeleteMapping("/api/account")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(CurrentUser user) {
        accounts.findById(UUID.fromString(user.userId())).ifPresent(this::forget);
    }

    private void forget(Account account) {
        if (account.role() != Role.SHOPPER) {
            throw ApiProblem.of(HttpStatus.CONFLICT, "staff-account", "The account belongs to the staff")
                    .detail("Merchants and analysts are named in the settings, and would be made again at the next"
                            + " start.");
        }
        int unused = accounts.forget(UUID.fromString(account.userId()));
        attempts.succeeded(account.username());
    }
}
