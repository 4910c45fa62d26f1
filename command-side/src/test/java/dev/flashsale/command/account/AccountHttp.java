package dev.flashsale.command.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** Registers and logs in over HTTP. */
@TestComponent
@Lazy
class AccountHttp {
    private final RestTestClient http;

    AccountHttp(@Value("${local.server.port}") int port) {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    ResponseSpec register(String username, String password) {
        return send("register", Map.of("username", username, "password", password));
    }

    ResponseSpec login(String username, String password) {
        return send("login", Map.of("username", username, "password", password));
    }

    ResponseSpec send(String action, Map<String, ?> body) {
        return http.post().uri("/api/auth/" + action).body(body).exchange();
    }

    ResponseSpec forget(String token) {
        return http.delete()
                .uri("/api/account")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    static SignedIn signedIn(ResponseSpec answer, int status) {
        SignedIn body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody(SignedIn.class)
                .returnResult()
                .getResponseBody();
        if (body == null) {
            throw new AssertionError("an answer without a body");
        }
        return body;
    }

    static int status(ResponseSpec answer) {
        return answer.returnResult().getStatus().value();
    }

    static String problem(ResponseSpec answer, int status, String slug) {
        String body = answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(body).contains("\"/problems/" + slug + "\"");
        return String.valueOf(body);
    }
}
