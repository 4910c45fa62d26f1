package dev.flashsale.platform.security;

import java.util.Set;

/**
 * Who sent this request. A controller method takes it as a parameter; a request without a valid token never gets there.
 *
 * @param userId the subject of the token
 * @param roles what the account may do, as of when the token was issued
 */
public record CurrentUser(String userId, Set<Role> roles) {
    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    /** Whether the account has this role. */
    public boolean is(Role role) {
        return roles.contains(role);
    }
}
