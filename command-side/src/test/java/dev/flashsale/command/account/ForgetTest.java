package dev.flashsale.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AccountTest
class ForgetTest {
    private static final String PASSWORD = "correct horse battery";

    private final String name = "leaver-" + UUID.randomUUID();

    @Autowired
    private AccountHttp http;

    @Autowired
    private Accounts accounts;

    @Test
    void nothingIsLeftOfAShopperWhoAsksToBeForgotten() {
        // given
        SignedIn leaver = AccountHttp.signedIn(http.register(name, PASSWORD), 201);

        // when
        http.forget(leaver.token()).expectStatus().isNoContent();

        // then
        assertThat(accounts.findById(UUID.fromString(leaver.userId()))).isEmpty();
        AccountHttp.problem(http.login(name, PASSWORD), 401, "bad-credentials");
    }

    @Test
    void theNameBecomesSomebodyElse() {
        // given
        SignedIn leaver = AccountHttp.signedIn(http.register(name, PASSWORD), 201);
        http.forget(leaver.token()).expectStatus().isNoContent();

        // when
        SignedIn newcomer = AccountHttp.signedIn(http.register(name, PASSWORD), 201);

        // then
        assertThat(newcomer.userId()).isNotEqualTo(leaver.userId());
    }

    @Test
    void askingAgainForgetsNobodyElse() {
        // given
        SignedIn leaver = AccountHttp.signedIn(http.register(name, PASSWORD), 201);
        http.forget(leaver.token()).expectStatus().isNoContent();
        http.register(name, PASSWORD).expectStatus().isCreated();

        // when
        http.forget(leaver.token()).expectStatus().isNoContent();

        // then
        http.login(name, PASSWORD).expectStatus().isOk();
    }

    @Test
    void staffAreNotForgotten() {
        // given
        SignedIn merchant = AccountHttp.signedIn(http.login("merchant", "merchant-password"), 200);

        // when
        AccountHttp.problem(http.forget(merchant.token()), 409, "staff-account");

        // then
        http.login("merchant", "merchant-password").expectStatus().isOk();
    }

    @Test
    void nobodyIsForgottenWithoutAToken() {
        AccountHttp.problem(http.forget("not-a-token"), 401, "unauthenticated");
    }
}
