package dev.flashsale.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.client.RestTestClient;

@AccountTest
class LoginTest {
    private static final String PASSWORD = "correct horse battery";

    private final String name = "shopper-" + UUID.randomUUID();

    @Autowired
    private AccountHttp http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AdjustableClock clock;

    @Test
    void whoIsRegisteredLogsInWhateverTheCaseOfTheName() {
        // given
        SignedIn registered = AccountHttp.signedIn(http.register(name, PASSWORD), 201);
        // when
        SignedIn answer = AccountHttp.signedIn(http.login(name.toUpperCase(Locale.ROOT), PASSWORD), 200);
        // then
        assertThat(answer.userId()).isEqualTo(registered.userId());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        // given
        http.register(name, PASSWORD).expectStatus().isCreated();
        // when
        String wrongPassword = AccountHttp.problem(http.login(name, "wrong password"), 401, "bad-credentials");
        String unknownName = AccountHttp.problem(http.login("x-" + name, PASSWORD), 401, "bad-credentials");
        // then
        assertThat(wrongPassword).isEqualTo(unknownName);
    }

    @Test
    void afterTooManyWrongPasswordsEvenTheRightOneMustWait() {
        // given
        http.register(name, PASSWORD).expectStatus().isCreated();
        for (int guess = 0; guess < 3; guess++) {
            AccountHttp.problem(http.login(name, "guess " + guess), 401, "bad-credentials");
        }
        // when
        RestTestClient.ResponseSpec answer = http.login(name, PASSWORD);
        // then
        AccountHttp.problem(answer, 429, "too-many-requests");
        answer.expectHeader()
                .value(
                        "Retry-After",
                        pause -> assertThat(Integer.parseInt(pause)).isBetween(1, 900));
        // when the window has passed
        clock.advance(Duration.ofMinutes(15));
        // then
        AccountHttp.signedIn(http.login(name, PASSWORD), 200);
    }

    @Test
    void guessesAtANameThatDoesNotExistAreBoundedLikeAnyOther() {
        for (int guess = 0; guess < 3; guess++) {
            AccountHttp.problem(http.login(name, "guess " + guess), 401, "bad-credentials");
        }
        AccountHttp.problem(http.login(name, "guess 4"), 429, "too-many-requests");
    }

    @Test
    void theRightPasswordForgetsTheWrongOnes() {
        // given
        http.register(name, PASSWORD).expectStatus().isCreated();
        // then
        for (int round = 0; round < 3; round++) {
            AccountHttp.problem(http.login(name, "guess one"), 401, "bad-credentials");
            AccountHttp.problem(http.login(name, "guess two"), 401, "bad-credentials");
            AccountHttp.signedIn(http.login(name, PASSWORD), 200);
        }
    }

    @Test
    void aHashMadeWithLessEffortIsRenewedAtTheNextLogin() {
        // given
        http.register(name, PASSWORD).expectStatus().isCreated();
        Account account = accounts.findByUsername(name).orElseThrow();
        account.rehash("{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD));
        accounts.save(account);
        // when
        AccountHttp.signedIn(http.login(name, PASSWORD), 200);
        // then
        assertThat(accounts.findByUsername(name).orElseThrow().passwordHash()).startsWith("{bcrypt}$2a$05$");
        AccountHttp.signedIn(http.login(name, PASSWORD), 200);
    }
}
