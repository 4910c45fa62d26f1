package dev.flashsale.platform.security;

import java.util.Locale;
import java.util.Optional;

/** What an account may do. */
public enum Role {
    SHOPPER,
    MERCHANT,
    ANALYST;

    /** The name in tokens and in JSON, e.g. {@code shopper}. */
    public String claim() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that Spring Security compares, e.g. {@code ROLE_SHOPPER}. */
    String authority() {
        return "ROLE_" + name();
    }

    static Optional<Role> fromClaim(String claim) {
        for (Role role : values()) {
            if (role.claim().equals(claim)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
