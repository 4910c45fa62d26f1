package dev.flashsale.command.account;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How accounts are kept.
 *
 * @param bcryptStrength cost of a password hash: each step doubles the time; 10 is some 50 ms
 * @param maxFailures how many wrong passwords in a row a username may see within the window
 * @param failureWindow how long wrong passwords are remembered, counted from the first
 * @param bootstrap the accounts that registration cannot make
 */
@ConfigurationProperties("flashsale.accounts")
record AccountSettings(
        @DefaultValue("10") int bcryptStrength,
        @DefaultValue("10") int maxFailures,
        @DefaultValue("15m") Duration failureWindow,
        @DefaultValue Bootstrap bootstrap) {

    /** Made at the first start that names them; an account that exists is left as it is, its password too. */
    record Bootstrap(
            @Nullable String merchantUsername,
            @Nullable String merchantPassword,
            @Nullable String analystUsername,
            @Nullable String analystPassword) {
        /** Without the passwords, since settings end up in logs. */
        @Override
        public String toString() {
            return "Bootstrap[merchantUsername=" + merchantUsername + ", analystUsername=" + analystUsername + "]";
        }
    }
}
