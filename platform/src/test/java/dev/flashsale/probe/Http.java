package dev.flashsale.probe;

import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/** Speaks HTTP with the server under test. */
@TestComponent
@Lazy
class Http {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final TokenIssuer tokens;

    Http(@Value("${local.server.port}") int port, TokenIssuer tokens) {
        this.port = port;
        this.tokens = tokens;
    }

    int port() {
        return port;
    }

    /** A valid Authorization header for a user with this role. */
    String bearer(Role role) {
        return "Bearer " + tokens.issue("user-1", Set.of(role)).token();
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder asShopper(String path) {
        return to(path).header("Authorization", bearer(Role.SHOPPER));
    }

    Answer post(String path, String json) throws IOException, InterruptedException {
        return send(asShopper(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(asShopper(path));
    }

    Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** What came back. */
    record Answer(int status, java.net.http.HttpHeaders headers, String body) {
        @Nullable
        String header(String name) {
            return headers.firstValue(name).orElse(null);
        }
    }
}
