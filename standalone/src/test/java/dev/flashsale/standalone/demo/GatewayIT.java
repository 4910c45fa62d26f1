package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.deployment.Nginx;
import dev.flashsale.standalone.stores.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real nginx before the whole system: what it answers by itself, and what it must not. */
class GatewayIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    static Path data;

    private static StandaloneServer server;
    private static Nginx gateway;
    private static Merchant merchant;
    private static Shop shop;

    private final HttpClient http = HttpClient.newHttpClient();
    private String anna;
    private String ben;

    @BeforeAll
    static void start() throws Exception {
        server = StandaloneServer.start(
                data.resolve("store"), 0, Map.of("flashsale.accounts.bcrypt-strength", 4), false);
        Map<String, Object> stores = server.stores().properties();
        gateway = Nginx.start(
                Files.createDirectory(data.resolve("gateway")),
                site(),
                Map.of(
                        "REDIS_HOST", "127.0.0.1",
                        "REDIS_PORT", String.valueOf(stores.get("spring.data.redis.port")),
                        "REDIS_PASSWORD", String.valueOf(stores.get("spring.data.redis.password"))));
        shop = new Shop(gateway.uri(), new ClientLog());
        Secrets secrets = server.stores().secrets();
        merchant = Merchant.login(shop, secrets.get(Secrets.MERCHANT_USERNAME), secrets.get(Secrets.MERCHANT_PASSWORD));
    }

    @AfterAll
    static void stop() {
        shop.close();
        gateway.close();
        server.close();
    }

    @BeforeEach
    void registerShoppers() {
        anna = register();
        ben = register();
    }

    @Test
    void aSaleThatIsNotOpenIsRefusedByTheGatewayUntilASecondBeforeItOpens() throws Exception {
        // given
        String saleId = sale(Instant.now().plusSeconds(4), 1);

        // when
        HttpResponse<String> refused = awaitGate(saleId, ben);

        // then
        assertThat(problem(refused)).isEqualTo("/problems/not-open");
        await().atMost(SOON).until(() -> buy(saleId, ben, newKey()).statusCode() == 202);
    }

    @Test
    void aSoldOutSaleIsRefusedByTheGatewayWhileEveryoneWhoBoughtKeepsTheirAnswer() throws Exception {
        // given
        String saleId = sale(Instant.now(), 1);
        HttpResponse<String> bought = buyWhenOpen(saleId, anna, "annas-only-key");

        // when
        HttpResponse<String> refused = awaitGate(saleId, ben);

        // then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(problem(refused)).isEqualTo("/problems/sold-out");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        // the service's own edge refuses as soon as its stock has refused somebody
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(membersOf(buy(server.uri(), saleId, ben, newKey())))
                        .isEqualTo(membersOf(refused)));
        HttpResponse<String> repeated = buy(saleId, anna, "annas-only-key");
        assertThat(repeated.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(repeated.body())).isEqualTo(JSON.readTree(bought.body()));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(gateway.refused())
                        .anySatisfy(line -> assertThat(line).contains(saleId, "SOLD_OUT")));
    }

    @Test
    void unitsThatAreAddedReopenTheGate() throws Exception {
        // given
        String saleId = sale(Instant.now(), 1);
        buyWhenOpen(saleId, anna, "annas-only-key");
        awaitGate(saleId, ben);

        // when
        addStock(saleId);

        // then
        await().atMost(SOON).until(() -> buy(saleId, ben, newKey()).statusCode() == 202);
    }

    @Test
    void aClosedSaleIsRefusedByTheGateway() throws Exception {
        // given
        String saleId = sale(Instant.now(), 1);

        // when
        merchant.close(saleId);

        // then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(problem(awaitGate(saleId, ben))).isEqualTo("/problems/ended"));
    }

    @Test
    void aRedisThatIsAwayLeavesTheGateOpen() throws Exception {
        // given
        String saleId = sale(Instant.now(), 1);
        buyWhenOpen(saleId, anna, "annas-only-key");
        Path prefix = Files.createDirectory(data.resolve("blind-gateway"));
        try (Nginx blind = Nginx.start(prefix, site(), Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "1"))) {
            // when
            HttpResponse<String> refused = buy(blind.uri(), saleId, ben, newKey());

            // then the stock itself says so
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(isGateway(refused)).isFalse();
        }
    }

    private static String site() {
        StringBuilder site = new StringBuilder();
        for (String service : List.of("command", "query", "saga")) {
            site.append("upstream %s { server 127.0.0.1:%d; keepalive 8; }%n"
                    .formatted(service, server.uri().getPort()));
        }
        return site.toString();
    }

    private static String sale(Instant opensAt, int units) throws Exception {
        SaleItem lamp = new SaleItem("lamp", "Lamp", 2_000, 1_000, units, 1, 1);
        SalePlan plan = new SalePlan("Gate", "EUR", Duration.ofMinutes(10), List.of(lamp), List.of());
        return merchant.schedule(plan, opensAt, opensAt.plusSeconds(600));
    }

    private static String register() {
        Answer answer = shop.post(
                "/api/auth/register",
                null,
                Map.of("username", "u" + UUID.randomUUID().toString().substring(0, 12), "password", "a-long-password"));
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("token");
    }

    /** Each try has a key of its own: an attempt that the stock has decided is never answered by the gateway. */
    private HttpResponse<String> awaitGate(String saleId, String token) {
        return await().atMost(SOON).until(() -> buy(saleId, token, newKey()), GatewayIT::isGateway);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private HttpResponse<String> buyWhenOpen(String saleId, String token, String key) {
        return await().atMost(SOON).until(() -> buy(saleId, token, key), answer -> answer.statusCode() == 202);
    }

    private HttpResponse<String> buy(String saleId, String token, String key) throws Exception {
        return buy(gateway.uri(), saleId, token, key);
    }

    private HttpResponse<String> buy(URI door, String saleId, String token, String key) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(door.resolve("/api/sales/" + saleId + "/purchases"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString("{\"offerId\":\"lamp\",\"quantity\":1}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void addStock(String saleId) throws Exception {
        Answer login = shop.post(
                "/api/auth/login",
                null,
                Map.of(
                        "username", server.stores().secrets().get(Secrets.MERCHANT_USERNAME),
                        "password", server.stores().secrets().get(Secrets.MERCHANT_PASSWORD)));
        HttpRequest request = HttpRequest.newBuilder(
                        gateway.uri().resolve("/api/admin/sales/" + saleId + "/items/lamp/stock"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + login.text("token"))
                .header("Idempotency-Key", "one-more-lamp")
                .POST(HttpRequest.BodyPublishers.ofString("{\"units\":1}"))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(204);
    }

    /** Everything but the address of the request. */
    private static Map<?, ?> membersOf(HttpResponse<String> answer) {
        Map<?, ?> members = JSON.readValue(answer.body(), Map.class);
        members.remove("instance");
        return members;
    }

    private static boolean isGateway(HttpResponse<String> answer) {
        return answer.headers().firstValue("X-Answered-By").isPresent();
    }

    private static String problem(HttpResponse<String> answer) {
        JsonNode body = JSON.readTree(answer.body());
        return body.path("type").asString("");
    }
}
