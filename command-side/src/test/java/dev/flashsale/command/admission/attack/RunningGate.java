package dev.flashsale.command.admission.attack;

import dev.flashsale.command.CommandSideApplication;
import dev.flashsale.command.admission.redis.TestRedis;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.StockId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command side as it is started in production, with a PostgreSQL and a Redis of its own, and people who talk to it. */
final class RunningGate implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "a long password";

    /** An answer, its body read. */
    record Reply(HttpResponse<String> response, JsonNode body) {
        int status() {
            return response.statusCode();
        }

        String reason() {
            return body.path("reason").asString("");
        }
    }

    private final EmbeddedPostgres postgres;
    final TestRedis redis = new TestRedis();
    final ConfigurableApplicationContext service;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String merchant;

    RunningGate(Map<String, Object> settings) {
        try {
            postgres = EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", 0);
        all.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
        all.put("spring.datasource.username", "postgres");
        all.put("spring.data.redis.host", "127.0.0.1");
        all.put("spring.data.redis.port", redis.port());
        all.put("flashsale.security.jwt-secret", "a secret for tests, of more than 32 bytes");
        all.put("flashsale.accounts.bcrypt-strength", 4);
        all.put("flashsale.accounts.bootstrap.merchant-username", "merchant");
        all.put("flashsale.accounts.bootstrap.merchant-password", PASSWORD);
        service = new SpringApplicationBuilder(CommandSideApplication.class).run(arguments(all));
        base = URI.create("http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
        merchant = token("login", "merchant");
    }

    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /** A new shopper's token. */
    String shopper() {
        return token("register", "shopper-" + UUID.randomUUID());
    }

    static String userOf(String token) {
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]), StandardCharsets.UTF_8);
        return JSON.readTree(claims).path("sub").asString();
    }

    private String token(String action, String name) {
        Reply reply = send(post("/api/auth/" + action, Map.of("username", name, "password", PASSWORD)));
        return reply.body().path("token").asString();
    }

    /** A sale that is open, with so many pens, one of which each may buy. */
    String sale(int units, Map<String, Object> admission) {
        return sale(units, admission, Instant.now().minusSeconds(60));
    }

    /** The same, open from then on. */
    String sale(int units, Map<String, Object> admission, Instant opens) {
        Instant closes = opens.plusSeconds(3_600);
        Map<String, Object> item =
                Map.of("itemId", "pen", "title", "Pen", "listPriceMinor", 900, "salePriceMinor", 500, "units", units);
        Reply reply = send(asMerchant(post(
                "/api/admin/sales",
                Map.of(
                        "title",
                        "Autumn",
                        "currency",
                        "EUR",
                        "opensAt",
                        opens.toString(),
                        "closesAt",
                        closes.toString(),
                        "paymentWindowSeconds",
                        900,
                        "items",
                        List.of(item),
                        "admission",
                        admission))));
        String saleId = reply.body().path("saleId").asString();
        service.getBean(CommandGateway.class)
                .sendAndWait(new AllocateStock(
                        new StockId(saleId, "pen", 0),
                        units,
                        "EUR",
                        opens,
                        closes,
                        900_000,
                        List.of(new Offer("pen", 500, 1, List.of(new OfferComponent("pen", 1, 1)))),
                        opens));
        return saleId;
    }

    HttpRequest.Builder purchase(String saleId, String token, String key, String body) {
        return HttpRequest.newBuilder(base.resolve("/api/sales/" + saleId + "/purchases"))
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Asks for one pen under a new key. */
    Reply buy(String saleId, String token) {
        return send(purchase(saleId, token, UUID.randomUUID().toString(), "{\"offerId\":\"pen\",\"quantity\":1}"));
    }

    HttpRequest.Builder post(String path, Object body) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(base.resolve(path));
    }

    HttpRequest.Builder asMerchant(HttpRequest.Builder request) {
        return request.header("Authorization", "Bearer " + merchant);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Reply(response, JSON.readTree(body.isEmpty() ? "{}" : body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        service.close();
        redis.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
