package dev.flashsale.command.account;

import dev.flashsale.platform.security.IssuedToken;
import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The answer to a registration or a login.
 *
 * @param roles any of shopper, merchant, analyst
 * @param token to be sent as {@code Authorization: Bearer <token>}
 */
record SignedIn(String userId, String username, List<String> roles, String token, Instant expiresAt) {
    static SignedIn to(Account account, TokenIssuer tokens) {
        Role role = account.role();
        IssuedToken issued = tokens.issue(account.userId(), Set.of(role));
        return new SignedIn(
                account.userId(), account.username(), List.of(role.claim()), issued.token(), issued.expiresAt());
    }

    /** Without the token, which is as good as the password. */
    @Override
    public String toString() {
        return "SignedIn[userId=" + userId + ", roles=" + roles + "]";
    }
}
