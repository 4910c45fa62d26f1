package dev.flashsale.command.admission.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.CommandSideApplication;
import dev.flashsale.command.admission.redis.TestRedis;
import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as it is started, with a real Redis: page, challenge, ticket, purchase. */
@SpringBootTest(
        classes = CommandSideApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "flashsale.security.jwt-secret=a secret for tests, of more than 32 bytes")
@SuppressWarnings("NullAway.Init") // Spring fills the fields
class GateWalkTest {
    private static final EmbeddedPostgres POSTGRES = postgres();
    private static final TestRedis REDIS = new TestRedis();
    private static final String OFFER = "tea";

    @Autowired
    private TokenIssuer tokens;

    @LocalServerPort
    private int port;

    /** What came back. */
    private record Reply(int status, JsonNode body) {
        String text(String member) {
            return body.path(member).asString("");
        }
    }

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.data.redis.host", () -> "127.0.0.1");
        properties.add("spring.data.redis.port", REDIS::port);
    }

    @Test
    void whoeverAnswersGetsATicketAndIsLetOnToTheStock() {
        // given
        String sale = schedule(Map.of("challenge", quiz(), "journey", journey(0, 101, 101)));
        String anna = shopper();
        assertThat(buy(sale, anna, "key-of-anna-1", null).text("reason")).isEqualTo("TICKET_REQUIRED");
        // when
        Reply begun = post("/api/sales/" + sale + "/journey", anna, Map.of());
        Reply shown = post(offer(sale) + "/challenge", anna, Map.of("journey", begun.text("journey")));
        Reply wrong = ticket(sale, anna, shown, "coffee");
        Reply given = ticket(sale, anna, shown, " CAMELLIA ");
        // then
        assertThat(begun.status()).isEqualTo(201);
        assertThat(shown.status()).isEqualTo(201);
        assertThat(shown.text("kind")).isEqualTo("QUIZ");
        assertThat(shown.body().propertyNames())
                .containsExactlyInAnyOrder("kind", "challengeId", "expiresAt", "attemptsLeft", "questionId", "text");
        assertThat(wrong.text("reason")).isEqualTo("CHALLENGE_FAILED");
        assertThat(wrong.body().path("attemptsLeft").intValue()).isEqualTo(2);
        assertThat(given.status()).isEqualTo(201);
        assertThat(given.text("expiresAt")).isNotBlank();
        assertThat(ticket(sale, anna, shown, "camellia").text("reason")).isEqualTo("CHALLENGE_USED");
        assertThat(buy(sale, shopper(), "key-of-bert-1", given.text("ticket")).text("mismatch"))
                .isEqualTo("USER");
        assertThat(buy(sale, anna, "key-of-anna-1", given.text("ticket")).text("reason"))
                .as("refused by the stock, which is not open, and not by the gate")
                .doesNotContain("TICKET", "JOURNEY", "CHALLENGE", "ADMISSION");
    }

    @Test
    void whoeverSkipsAStepIsToldWhichOne() {
        // given
        String sale = schedule(Map.of("challenge", quiz(), "journey", journey(0, 101, 101)));
        String anna = shopper();
        // then
        assertThat(post(offer(sale) + "/challenge", anna, Map.of()).text("reason"))
                .isEqualTo("JOURNEY_EXPIRED");
        assertThat(post(offer(sale) + "/ticket", anna, Map.of()).text("reason")).isEqualTo("CHALLENGE_REQUIRED");
        assertThat(post(offer(sale) + "/ticket", anna, Map.of("challengeId", "v1.-.b.c", "answer", "x"))
                        .text("reason"))
                .isEqualTo("CHALLENGE_FAILED");
    }

    @Test
    void whoeverIsFasterThanAPersonWaitsOrIsAskedMore() {
        // given a page that nobody reads in less than a minute
        String hasty = schedule(Map.of("challenge", quiz(), "journey", journey(60_000, 101, 30)));
        String watched = schedule(Map.of("challenge", quiz(), "journey", journey(60_000, 30, 101)));
        String anna = shopper();
        // when
        Reply begun = post("/api/sales/" + hasty + "/journey", anna, Map.of());
        Reply tooFast = post(offer(hasty) + "/challenge", anna, Map.of("journey", begun.text("journey")));
        Reply begunThere = post("/api/sales/" + watched + "/journey", anna, Map.of());
        Reply harder = post(offer(watched) + "/challenge", anna, Map.of("journey", begunThere.text("journey")));
        // then
        assertThat(tooFast.text("reason")).isIn("JOURNEY_TOO_FAST", "JOURNEY_SUSPECT");
        assertThat(tooFast.body().path("signs").toString()).contains("READ_TOO_FAST");
        assertThat(harder.status()).isEqualTo(201);
        assertThat(harder.body().path("attemptsLeft").intValue()).isEqualTo(1);
    }

    @Test
    void aSaleWithoutAGateAsksForNothing() {
        // given
        String sale = schedule(Map.of());
        String anna = shopper();
        // then
        assertThat(post("/api/sales/" + sale + "/journey", anna, Map.of())
                        .body()
                        .get("journey")
                        .isNull())
                .isTrue();
        assertThat(post(offer(sale) + "/challenge", anna, Map.of()).body().toString())
                .isEqualTo("{\"kind\":null}");
        assertThat(post(offer(sale) + "/ticket", anna, Map.of())
                        .body()
                        .get("ticket")
                        .isNull())
                .isTrue();
    }

    @Test
    void challengesAreNotShownWithoutEnd() {
        // given
        String sale = schedule(Map.of("challenge", quiz()));
        String anna = shopper();
        // when
        List<Integer> statuses = IntStream.range(0, 12)
                .mapToObj(i -> post(offer(sale) + "/challenge", anna, Map.of()).status())
                .toList();
        // then
        assertThat(statuses).contains(201, 429);
    }

    private Reply ticket(String sale, String token, Reply shown, String answer) {
        return post(offer(sale) + "/ticket", token, Map.of("challengeId", shown.text("challengeId"), "answer", answer));
    }

    private Reply buy(String sale, String token, String key, @Nullable String ticket) {
        RestTestClient.RequestBodySpec request = http().post()
                .uri("/api/sales/" + sale + "/purchases")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key);
        if (ticket != null) {
            request.header("Purchase-Ticket", ticket);
        }
        return reply(request.body(Map.of("offerId", OFFER, "quantity", 1)).exchange());
    }

    private Reply post(String path, String token, Map<String, ?> body) {
        return reply(http().post()
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .body(body)
                .exchange());
    }

    private static Reply reply(RestTestClient.ResponseSpec answer) {
        var result = answer.expectBody(String.class).returnResult();
        String body = result.getResponseBody();
        return new Reply(
                result.getStatus().value(), JsonMapper.shared().readTree(body == null || body.isEmpty() ? "{}" : body));
    }

    private String schedule(Map<String, ?> admission) {
        Instant opensAt = Instant.now().plus(Duration.ofHours(1));
        Map<String, Object> plan = new HashMap<>(Map.of(
                "title", "Tea",
                "currency", "EUR",
                "opensAt", opensAt.toString(),
                "closesAt", opensAt.plusSeconds(600).toString(),
                "paymentWindowSeconds", 600,
                "items",
                        List.of(Map.of(
                                "itemId",
                                OFFER,
                                "title",
                                "Tea",
                                "listPriceMinor",
                                900,
                                "salePriceMinor",
                                100,
                                "units",
                                10,
                                "limitPerUser",
                                1,
                                "buckets",
                                1)),
                "bundles", List.of()));
        plan.put("admission", admission);
        Reply scheduled = post("/api/admin/sales", token(Role.MERCHANT), plan);
        assertThat(scheduled.status()).as(scheduled.body().toString()).isEqualTo(201);
        return scheduled.text("saleId");
    }

    private static Map<String, ?> quiz() {
        return Map.of(
                "kind",
                "QUIZ",
                "questions",
                List.of(Map.of(
                        "questionId",
                        "q1",
                        "text",
                        "Where does tea come from?",
                        "acceptedAnswers",
                        List.of("camellia"))));
    }

    private static Map<String, ?> journey(long leastReadMs, int challengeFrom, int refuseFrom) {
        return Map.of(
                "leastReadMs",
                leastReadMs,
                "leastAnswerMs",
                0,
                "leastDecideMs",
                0,
                "longestMs",
                600_000,
                "challengeFrom",
                challengeFrom,
                "refuseFrom",
                refuseFrom);
    }

    private static String offer(String sale) {
        return "/api/sales/" + sale + "/items/" + OFFER;
    }

    private String shopper() {
        return token(Role.SHOPPER);
    }

    private String token(Role role) {
        return tokens.issue(UUID.randomUUID().toString(), Set.of(role)).token();
    }

    private RestTestClient http() {
        return RestTestClient.bindToServer().baseUrl("http://127.0.0.1:" + port).build();
    }

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
