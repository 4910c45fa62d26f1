package dev.flashsale.command.admission.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.command.CommandSideApplication;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts, lists and earlier purchases, as the service keeps them, decide who gets to a stock. */
@SpringBootTest(
        classes = CommandSideApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "flashsale.security.jwt-secret=a secret for tests, of more than 32 bytes",
            "flashsale.accounts.bcrypt-strength=4",
            "flashsale.accounts.bootstrap.merchant-username=merchant",
            "flashsale.accounts.bootstrap.merchant-password=merchant-password"
        })
@SuppressWarnings("NullAway.Init") // Spring fills the fields
class EligibilityGateTest {
    private static final EmbeddedPostgres POSTGRES = start();
    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    private EventStore events;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    private RestTestClient http;
    private String merchant;

    private record Shopper(String userId, String name, String token) {}

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @BeforeEach
    void login() {
        http = RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
        Map<String, String> secret = Map.of("username", "merchant", "password", "merchant-password");
        merchant = body(http.post().uri("/api/auth/login").body(secret).exchange(), 200)
                .path("token")
                .asString();
    }

    @Test
    void aLevelLetsInOnceTheMerchantHasGivenIt() {
        // given
        Shopper ann = shopper();
        String sale = sale(Map.of("leastLevel", 3));
        assertThat(ruleAgainst(ann, sale)).isEqualTo("LEVEL_TOO_LOW");

        // when
        ResponseSpec set = http.put()
                .uri("/api/admin/accounts/" + ann.userId() + "/level")
                .header("Authorization", "Bearer " + merchant)
                .body(Map.of("level", 3))
                .exchange();

        // then
        set.expectStatus().isNoContent();
        assertThat(ruleAgainst(ann, sale)).isNull();
    }

    @Test
    void aNewAccountIsTooNew() {
        // given
        Shopper ann = shopper();
        String sale = sale(Map.of("leastAccountAgeMs", 86_400_000));
        assertThat(ruleAgainst(ann, sale)).isEqualTo("ACCOUNT_TOO_NEW");

        // when a day passes
        int unused = jdbc.update(
                "update account set created_at = created_at - interval '1 day' where id = cast(? as uuid)",
                ann.userId());

        // then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(ruleAgainst(ann, sale)).isNull());
    }

    @Test
    void anAllowListLetsInThoseItNamesByIdOrByName() {
        // given
        Shopper ann = shopper();
        Shopper bob = shopper();
        Shopper eve = shopper();
        String sale = sale(Map.of("allowListOnly", true));
        assertThat(ruleAgainst(ann, sale)).isEqualTo("NOT_ON_ALLOW_LIST");

        // when
        String lines = "userId\n" + ann.userId() + "\n" + bob.name() + "\nnobody-of-this-name\n";
        JsonNode uploaded = body(upload(sale, MediaType.parseMediaType("text/csv"), lines), 200);

        // then
        assertThat(uploaded.path("entries").asInt()).isEqualTo(3);
        assertThat(uploaded.path("listed").asInt()).isEqualTo(2);
        assertThat(ruleAgainst(ann, sale)).isNull();
        assertThat(ruleAgainst(bob, sale)).isNull();
        assertThat(ruleAgainst(eve, sale)).isEqualTo("NOT_ON_ALLOW_LIST");
    }

    @Test
    void anotherUploadReplacesTheListAndDeletingEmptiesIt() {
        // given
        Shopper ann = shopper();
        Shopper bob = shopper();
        String sale = sale(Map.of("allowListOnly", true));
        body(upload(sale, MediaType.APPLICATION_JSON, "[\"" + ann.name() + "\"]"), 200);

        // when
        body(upload(sale, MediaType.APPLICATION_JSON, "[\"" + bob.name() + "\"]"), 200);

        // then
        assertThat(ruleAgainst(ann, sale)).isEqualTo("NOT_ON_ALLOW_LIST");
        assertThat(ruleAgainst(bob, sale)).isNull();

        // when
        JsonNode removed = body(
                http.delete()
                        .uri("/api/admin/sales/" + sale + "/allow-list")
                        .header("Authorization", "Bearer " + merchant)
                        .exchange(),
                200);

        // then
        assertThat(removed.path("removed").asInt()).isEqualTo(1);
        assertThat(ruleAgainst(bob, sale)).isEqualTo("NOT_ON_ALLOW_LIST");
    }

    @Test
    void aListThatIsNotInFormLeavesTheOldOneAsItIs() {
        // given
        Shopper ann = shopper();
        String sale = sale(Map.of("allowListOnly", true));
        body(upload(sale, MediaType.APPLICATION_JSON, "[\"" + ann.name() + "\"]"), 200);

        // when
        ResponseSpec broken = upload(sale, MediaType.APPLICATION_JSON, "[\"somebody\", 7]");

        // then
        broken.expectStatus().isBadRequest();
        assertThat(ruleAgainst(ann, sale)).isNull();
    }

    @Test
    void aForgottenAccountLosesItsPlace() {
        // given
        Shopper ann = shopper();
        String sale = sale(Map.of("allowListOnly", true));
        body(upload(sale, MediaType.APPLICATION_JSON, "[\"" + ann.name() + "\"]"), 200);

        // when
        http.delete()
                .uri("/api/account")
                .header("Authorization", "Bearer " + ann.token())
                .exchange()
                .expectStatus()
                .isNoContent();

        // then
        JsonNode left = body(
                http.get()
                        .uri("/api/admin/sales/" + sale + "/allow-list")
                        .header("Authorization", "Bearer " + merchant)
                        .exchange(),
                200);
        assertThat(left.path("listed").asInt()).isZero();
    }

    @Test
    void whatWasPaidInAnotherSaleCounts() {
        // given
        Shopper ann = shopper();
        String earlier = "earlier-" + UUID.randomUUID();
        String forBuyers = sale(Map.of("boughtInSaleId", earlier));
        String forOthers = sale(Map.of("notBoughtInSaleId", earlier));
        assertThat(ruleAgainst(ann, forBuyers)).isEqualTo("NOT_BOUGHT_BEFORE");
        assertThat(ruleAgainst(ann, forOthers)).isNull();

        // when
        String stockId = earlier + ":phone:0";
        events.publish(new GenericDomainEventMessage<>(
                "Stock",
                stockId,
                0,
                new ReservationConfirmed(
                        stockId, earlier, "phone", 0, UUID.randomUUID().toString(), ann.userId(), 1, Instant.now())));

        // then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(ruleAgainst(ann, forBuyers)).isNull();
            assertThat(ruleAgainst(ann, forOthers)).isEqualTo("BOUGHT_BEFORE");
        });
    }

    @Test
    void onlyMerchantsChangeLevelsAndLists() {
        // given
        Shopper ann = shopper();
        String sale = sale(Map.of("allowListOnly", true));

        // when, then
        http.put()
                .uri("/api/admin/accounts/" + ann.userId() + "/level")
                .header("Authorization", "Bearer " + ann.token())
                .body(Map.of("level", 9))
                .exchange()
                .expectStatus()
                .isForbidden();
        http.put()
                .uri("/api/admin/sales/" + sale + "/allow-list")
                .header("Authorization", "Bearer " + ann.token())
                .contentType(MediaType.APPLICATION_JSON)
                .body("[\"" + ann.name() + "\"]")
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    private Shopper shopper() {
        String name = "shopper-" + UUID.randomUUID();
        Map<String, String> secret = Map.of("username", name, "password", "long-enough");
        JsonNode answer =
                body(http.post().uri("/api/auth/register").body(secret).exchange(), 201);
        return new Shopper(
                answer.path("userId").asString(), name, answer.path("token").asString());
    }

    private String sale(Map<String, Object> eligibility) {
        Instant opensAt = Instant.now().minusSeconds(60);
        Map<String, Object> plan = new HashMap<>();
        plan.put("title", "For members");
        plan.put("currency", "EUR");
        plan.put("opensAt", opensAt.toString());
        plan.put("closesAt", opensAt.plusSeconds(7_200).toString());
        plan.put("paymentWindowSeconds", 600);
        plan.put(
                "items",
                List.of(Map.of(
                        "itemId", "phone",
                        "title", "Phone",
                        "listPriceMinor", 1_000,
                        "salePriceMinor", 500,
                        "units", 10)));
        plan.put("admission", Map.of("eligibility", eligibility));
        return body(
                        http.post()
                                .uri("/api/admin/sales")
                                .header("Authorization", "Bearer " + merchant)
                                .body(plan)
                                .exchange(),
                        201)
                .path("saleId")
                .asString();
    }

    private ResponseSpec upload(String sale, MediaType type, String list) {
        return http.put()
                .uri("/api/admin/sales/" + sale + "/allow-list")
                .header("Authorization", "Bearer " + merchant)
                .contentType(type)
                .body(list)
                .exchange();
    }

    /** The rule that the gate names; null for whoever got past this check. */
    private @Nullable String ruleAgainst(Shopper shopper, String sale) {
        byte[] answer = http.post()
                .uri("/api/sales/" + sale + "/purchases")
                .header("Authorization", "Bearer " + shopper.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("offerId", "phone", "quantity", 1))
                .exchange()
                .returnResult()
                .getResponseBodyContent();
        JsonNode told = JSON.readTree(answer);
        return told.path("reason").asString("").equals("NOT_ELIGIBLE")
                ? told.path("rule").asString()
                : null;
    }

    private static JsonNode body(ResponseSpec answer, int status) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return JSON.readTree(body);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
