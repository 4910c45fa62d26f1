package dev.flashsale.standalone.replay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The admin API of a running system, as one signed-in user. */
final class Admin implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final URI base;
    private String token = "";

    Admin(URI base) {
        this.base = base;
    }

    void login(URI accounts, String username, String password) throws IOException {
        JsonNode answer = send(request(accounts, "/api/auth/login")
                .POST(body(Map.of("username", username, "password", password)))
                .build());
        token = answer.path("token").asString("");
    }

    JsonNode get(String path) throws IOException {
        return send(request(base, path).GET().build());
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException {
        return send(request(base, path).POST(body(body)).build());
    }

    private HttpRequest.Builder request(URI server, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher body(Map<String, ?> body) {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(answer.body());
            if (answer.statusCode() >= 300) {
                String detail = body.path("detail").asString(body.path("title").asString(""));
                throw new IOException(answer.statusCode() + " from " + request.uri() + ": " + detail);
            }
            return body;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (JacksonException e) {
            throw new IOException(request.uri() + " did not answer in JSON", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
