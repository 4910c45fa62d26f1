package dev.flashsale.command.account;

import dev.flashsale.command.account.AccountSettings.Bootstrap;
import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.security.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Makes the merchant and the analyst that the settings name, before the first request is served: nobody can register under
 * their names first. A name that belongs to somebody with another role stops the start, rather than raise their rights.
 */
@Component
class FirstAccounts implements SmartInitializingSingleton {
    private static final int FEWEST_PASSWORD_CHARACTERS = 8;

    private final Bootstrap bootstrap;
    private final Accounts accounts;
    private final NewAccounts newAccounts;

    FirstAccounts(AccountSettings settings, Accounts accounts, NewAccounts newAccounts) {
        this.bootstrap = settings.bootstrap();
        this.accounts = accounts;
        this.newAccounts = newAccounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        ensure(bootstrap.merchantUsername(), bootstrap.merchantPassword(), Role.MERCHANT);
        ensure(bootstrap.analystUsername(), bootstrap.analystPassword(), Role.ANALYST);
    }

    private void ensure(@Nullable String username, @Nullable String password, Role role) {
        if (username == null && password == null) {
            return;
        }
        String prefix = "flashsale.accounts.bootstrap." + role.claim();
        if (username == null || password == null) {
            throw new IllegalStateException(prefix + "-username and " + prefix + "-password belong together");
        }
        if (!username.matches(Account.NAME) || password.length() < FEWEST_PASSWORD_CHARACTERS) {
            throw new IllegalStateException(prefix + "-username " + Account.NAME_RULE
                    + ", and its password have at least " + FEWEST_PASSWORD_CHARACTERS + " characters");
        }
        Account account = find(username).orElseGet(() -> create(username, password, role));
        if (account.role() != role) {
            throw new IllegalStateException(
                    prefix + "-username names an account of another role: " + account.username());
        }
    }

    private Account create(String username, String password, Role role) {
        try {
            return newAccounts.create(username, password, role);
        } catch (ApiProblem taken) {
            // another process that starts at the same time has just made it
            return find(username).orElseThrow(() -> new IllegalStateException("no account could be made", taken));
        }
    }

    private Optional<Account> find(String username) {
        return accounts.findByUsername(Account.canonical(username));
    }
}
