package dev.flashsale.standalone.wire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user of the HTTP API. */
final class Client {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final @Nullable String token;

    private Client(@Nullable String token) {
        this.token = token;
    }

    static Client anonymous() {
        return new Client(null);
    }

    /** Somebody who registers or logs in. */
    static Client at(URI service, String path, String username, String password) throws Exception {
        Reply reply = anonymous().post(service, path, Map.of("username", username, "password", password));
        return new Client(reply.body().required("token").asString());
    }

    Reply get(URI service, String path) throws IOException, InterruptedException {
        return send(request(service, path).GET().build());
    }

    Reply post(URI service, String path, Object body) throws IOException, InterruptedException {
        return send(request(service, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** The statuses that a stream of events reports, once it has ended. */
    CompletableFuture<List<String>> statuses(URI service, String path) {
        return HTTP.sendAsync(request(service, path).GET().build(), HttpResponse.BodyHandlers.ofLines())
                .thenApply(response -> {
                    try (Stream<String> lines = response.body()) {
                        return lines.filter(line -> line.startsWith("data:"))
                                .map(line -> JSON.readTree(line.substring(5))
                                        .required("status")
                                        .asString())
                                .toList();
                    }
                });
    }

    private HttpRequest.Builder request(URI service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Reply send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), JSON.readTree(response.body().isEmpty() ? "{}" : response.body()));
    }

    /** Status and JSON body of an answer. */
    record Reply(int status, JsonNode body) {}
}
