package dev.flashsale.command.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.command.CommandSideApplication;
import dev.flashsale.command.admission.Visit.Wanted;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queue gate as shoppers meet it: over HTTP, while a decision is under way. */
@SpringBootTest(
        classes = CommandSideApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "flashsale.security.jwt-secret=a secret for tests, of more than 32 bytes",
            "flashsale.accounts.bcrypt-strength=4",
            "flashsale.intake.patience-ms=60000"
        })
@SuppressWarnings("NullAway.Init") // Spring fills the fields
class QueueGateTest {
    private static final EmbeddedPostgres POSTGRES = start();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private EventStore events;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private TokenIssuer tokens;

    @Autowired
    private ItemLines lines;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @Test
    void whoeverWouldComeAfterTheLastUnitIsToldWhileItIsBeingDecided() throws Exception {
        // given one phone, whose decision takes as long as this test wants
        String sale = saleOfOnePhone();
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch decide = new CountDownLatch(1);
        var unused = events.registerDispatchInterceptor(messages -> {
            if (messages.stream().anyMatch(message -> message.getPayload() instanceof StockReserved)) {
                underWay.countDown();
                waitFor(decide);
            }
            return (index, message) -> message;
        });
        await().atMost(PATIENCE)
                .until(() -> lines.joinedBy(sale, "eve", new Wanted("phone", 1, "purchase-of-eve")) != null);
        CompletableFuture<Integer> ann = CompletableFuture.supplyAsync(
                () -> buy(sale, "ann").returnResult().getStatus().value());
        waitFor(underWay);

        // when
        ResponseSpec bob = buy(sale, "bob");

        // then
        JsonNode told = JsonMapper.shared()
                .readTree(bob.expectStatus()
                        .isEqualTo(409)
                        .expectHeader()
                        .valueEquals("Retry-After", "1")
                        .expectBody()
                        .returnResult()
                        .getResponseBodyContent());
        assertThat(told.path("reason").asString()).isEqualTo("QUEUE_FULL");
        assertThat(told.path("position").asInt()).isEqualTo(2);
        assertThat(told.path("remaining").asInt()).isEqualTo(1);
        assertThat(told.path("recorded").asBoolean()).isFalse();
        assertThat(told.path("retryable").asBoolean()).isTrue();

        // when it is decided, then it is the stock that says sold out
        decide.countDown();
        assertThat(ann.join()).isEqualTo(202);
        byte[] answer = buy(sale, "bob")
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        assertThat(JsonMapper.shared().readTree(answer).path("reason").asString())
                .isEqualTo("SOLD_OUT");
    }

    private String saleOfOnePhone() {
        Instant opensAt = Instant.now().minusSeconds(60);
        Instant closesAt = opensAt.plusSeconds(3_600);
        Map<String, Object> phone =
                Map.of("itemId", "phone", "title", "Phone", "listPriceMinor", 1_000, "salePriceMinor", 500, "units", 1);
        Map<String, Object> plan = Map.of(
                "title", "One phone",
                "currency", "EUR",
                "opensAt", opensAt.toString(),
                "closesAt", closesAt.toString(),
                "paymentWindowSeconds", 600,
                "items", List.of(phone),
                "admission", Map.of("queue", true));
        byte[] scheduled = http().post()
                .uri("/api/admin/sales")
                .header("Authorization", "Bearer " + token("merchant", Role.MERCHANT))
                .body(plan)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        String sale = JsonMapper.shared().readTree(scheduled).path("saleId").asString();
        Offer offer = new Offer("phone", 500, 1, List.of(new OfferComponent("phone", 1, 1)));
        StockId stockId = new StockId(sale, "phone", 0);
        commands.sendAndWait(new AllocateStock(stockId, 1, "EUR", opensAt, closesAt, 600_000, List.of(offer), opensAt));
        // a first request has the node know the sale; the stock refuses it, since it wants too many
        http().post()
                .uri("/api/sales/" + sale + "/purchases")
                .header("Authorization", "Bearer " + token("eve", Role.SHOPPER))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("offerId", "phone", "quantity", 2))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
        return sale;
    }

    private ResponseSpec buy(String sale, String shopper) {
        return http().post()
                .uri("/api/sales/" + sale + "/purchases")
                .header("Authorization", "Bearer " + token(shopper, Role.SHOPPER))
                .header("Idempotency-Key", "the-key-of-" + shopper)
                .body(Map.of("offerId", "phone", "quantity", 1))
                .exchange();
    }

    private RestTestClient http() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private String token(String userId, Role role) {
        return tokens.issue(userId, Set.of(role)).token();
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
