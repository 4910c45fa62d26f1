package dev.flashsale.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flashsale.platform.security.Role;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccountTest
class FirstAccountsTest {
    private static final String PASSWORD = "correct horse battery";

    private final String name = "shopper-" + UUID.randomUUID();

    @Autowired
    private AccountHttp http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private NewAccounts newAccounts;

    @Autowired
    private FirstAccounts firstAccounts;

    @Test
    void theFirstMerchantAndAnalystAreThereFromTheStart() {
        assertThat(AccountHttp.signedIn(http.login("merchant", "merchant-password"), 200)
                        .roles())
                .containsExactly("merchant");
        assertThat(AccountHttp.signedIn(http.login("analyst", "analyst-password"), 200)
                        .roles())
                .containsExactly("analyst");
    }

    @Test
    void anotherStartMakesNoSecondMerchant() {
        // given
        long before = accounts.count();
        // when
        firstAccounts.afterSingletonsInstantiated();
        // then
        assertThat(accounts.count()).isEqualTo(before);
    }

    @Test
    void aShopperIsNeverRaisedToMerchantByAStart() {
        // given
        newAccounts.create(name, PASSWORD, Role.SHOPPER);
        AccountSettings settings = new AccountSettings(
                5, 3, Duration.ofMinutes(15), new AccountSettings.Bootstrap(name, PASSWORD, null, null));
        // when
        FirstAccounts start = new FirstAccounts(settings, accounts, newAccounts);
        // then
        assertThatThrownBy(start::afterSingletonsInstantiated).hasMessageContaining("another role");
    }
}
