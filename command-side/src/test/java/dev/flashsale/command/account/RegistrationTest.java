package dev.flashsale.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.client.RestTestClient;

@AccountTest
class RegistrationTest {
    private static final String PASSWORD = "correct horse battery";

    private final String name = "shopper-" + UUID.randomUUID();

    @Autowired
    private AccountHttp http;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JwtDecoder tokens;

    @Test
    void registrationMakesAShopperWhoIsLoggedInAtOnce() {
        // when
        SignedIn answer = AccountHttp.signedIn(http.register(name, PASSWORD), 201);
        // then
        assertThat(answer.roles()).containsExactly("shopper");
        assertThat(answer.username()).isEqualTo(name);
        Jwt token = tokens.decode(answer.token());
        assertThat(token.getSubject()).isEqualTo(answer.userId());
        assertThat(token.getClaimAsStringList("roles")).containsExactly("shopper");
        assertThat(token.getExpiresAt()).isEqualTo(answer.expiresAt());
    }

    @Test
    void thePasswordIsKeptOnlyAsAHashThatSaysHowItWasMade() {
        // when
        http.register(name, PASSWORD).expectStatus().isCreated();
        // then
        assertThat(accounts.findByUsername(name).orElseThrow().passwordHash())
                .startsWith("{bcrypt}$2a$05$")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aNameThatDiffersOnlyInCaseIsTaken() {
        // given
        http.register(name, PASSWORD).expectStatus().isCreated();
        // when
        RestTestClient.ResponseSpec answer = http.register(name.toUpperCase(Locale.ROOT), PASSWORD);
        // then
        AccountHttp.problem(answer, 409, "username-taken");
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void ofManyWhoTakeOneNameAtOnceExactlyOneGetsItAndNoHashGetsIntoTheLog(CapturedOutput log) {
        // when
        List<Integer> seen = IntStream.range(0, 8)
                .parallel()
                .mapToObj(attempt -> AccountHttp.status(http.register(name, PASSWORD)))
                .toList();
        // then
        assertThat(seen).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(log.getAll()).doesNotContain("{bcrypt}", PASSWORD);
    }

    @ParameterizedTest
    @CsvSource({
        "ab, long-enough",
        "two words, long-enough",
        "名前です, long-enough",
        "line\u0000break, long-enough",
        "short-password, 1234567",
    })
    void aNameOrPasswordThatBreaksTheRulesIsAnInvalidRequest(String username, String password) {
        AccountHttp.problem(http.register(username, password), 400, "invalid-request");
    }

    @Test
    void aPasswordLongerThanTheHashReadsIsAnInvalidRequest() {
        AccountHttp.problem(http.register(name, "é".repeat(37)), 400, "invalid-request");
    }

    @Test
    void nobodyRegistersAsAMerchant() {
        // when
        RestTestClient.ResponseSpec answer =
                http.send("register", Map.of("username", name, "password", PASSWORD, "roles", List.of("merchant")));
        // then
        AccountHttp.problem(answer, 400, "invalid-request");
    }
}
