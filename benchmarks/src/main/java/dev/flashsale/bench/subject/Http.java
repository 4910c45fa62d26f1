package dev.flashsale.bench.subject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single requests around a measurement, as a merchant. */
public final class Http {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Http() {}

    /** The answer's body, whatever its status. */
    public static JsonNode get(Target target, String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(target, path).GET().build()).body());
    }

    /** The same where it is not JSON. */
    public static String text(Target target, String path) throws IOException, InterruptedException {
        return send(request(target, path).GET().build()).body();
    }

    /** The answer's body; null node when it is empty. */
    public static JsonNode post(Target target, String path, String json, int expected)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(target, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        if (answer.statusCode() != expected) {
            throw new IOException(path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body().isEmpty() ? "null" : answer.body());
    }

    /** Somebody new. */
    public static String register(Target target, String name) throws IOException, InterruptedException {
        String account = "{\"username\":\"%s\",\"password\":\"password of %s\"}".formatted(name, name);
        return post(target, "/api/auth/register", account, 201).path("token").asString();
    }

    /** A shopper asking for the result of their purchase. */
    public static HttpRequest question(Sale sale, int shopper) {
        return HttpRequest.newBuilder(uri(sale.target(), Sale.resultPath(sale.purchaseId(shopper))))
                .timeout(PATIENCE)
                .header("Authorization", sale.authorization(shopper))
                .build();
    }

    /** The status of the answer; its body is thrown away. */
    public static int status(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static URI uri(Target target, String path) {
        return URI.create("http://127.0.0.1:" + target.port() + path);
    }

    private static HttpRequest.Builder request(Target target, String path) {
        return HttpRequest.newBuilder(uri(target, path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + target.tokens().of("merchant", "merchant"));
    }

    private static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
