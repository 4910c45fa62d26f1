package dev.flashsale.command.admission.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.command.admission.attack.RunningGate.Reply;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What bots try against limits and the purchase itself, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before all tests
class GateUnderAttackTest {
    /** Nothing comes back while a test runs. */
    private static final int A_DAY_MS = 86_400_000;

    private RunningGate gate;

    @BeforeAll
    void start() {
        gate = new RunningGate(Map.of());
    }

    @AfterAll
    void stop() {
        gate.close();
    }

    @Test
    void aRefusalTellsWhichLimitAndWhenToComeBack() {
        // given
        String sale = gate.sale(10, rates("perUser", 2));
        String shopper = gate.shopper();
        assertThat(gate.buy(sale, shopper).status()).isEqualTo(202);
        assertThat(gate.buy(sale, shopper).reason()).isEqualTo("LIMIT_EXCEEDED");
        // when
        Reply reply = gate.buy(sale, shopper);
        // then
        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.body().path("type").asString()).isEqualTo("/problems/rate-limited");
        assertThat(reply.body().path("limit").asString()).isEqualTo("user");
        assertThat(reply.body().path("recorded").asBoolean(true)).isFalse();
        assertThat(header(reply, "RateLimit-Policy")).isEqualTo("\"user\";q=2;w=172800");
        String wait = header(reply, "Retry-After");
        assertThat(header(reply, "RateLimit")).isEqualTo("\"user\";r=0;t=" + wait);
        assertThat(Long.parseLong(wait)).isBetween(80_000L, 86_400L);
        // and nobody else is meant
        assertThat(gate.buy(sale, gate.shopper()).status()).isEqualTo(202);
    }

    @Test
    void tenThousandRequestsWithMadeUpAddressesAreLimitedLikeOneAddress() {
        // given
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String sale = gate.sale(10, rates("perAddress", 100));
        String shopper = gate.shopper();
        assertThat(gate.buy(sale, shopper).status()).isEqualTo(202);
        // when
        long passed = 1;
        for (int i = 0; i < 10_000; i++) {
            HttpRequest.Builder request = gate.purchase(sale, shopper, "key-of-request-" + i, "{}");
            for (String name : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP")) {
                if (random.nextBoolean()) {
                    request.header(name, (name.equals("Forwarded") ? "for=" : "") + "203.0." + (i % 256) + "." + i % 9);
                }
            }
            passed += gate.send(request).status() == 429 ? 0 : 1;
        }
        // then
        assertThat(passed).as("seed %d", seed).isEqualTo(100);
    }

    @Test
    void aChangedLimitHoldsAtOnce() {
        // given
        String sale = gate.sale(10, rates("perSale", 1));
        gate.buy(sale, gate.shopper());
        assertThat(gate.buy(sale, gate.shopper()).body().path("limit").asString())
                .isEqualTo("sale");
        // when
        HttpRequest.Builder open = gate.asMerchant(gate.at("/api/admin/sales/" + sale + "/admission")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(gate.send(open).status()).isEqualTo(204);
        // then
        assertThat(gate.buy(sale, gate.shopper()).status()).isEqualTo(202);
    }

    @Test
    void fiveHundredThreadsOfOneShopperGetOnePurchaseAndAsManyTriesAsTheLimitHolds() throws InterruptedException {
        // given
        String sale = gate.sale(500, rates("perUser", 50));
        String shopper = gate.shopper();
        Map<String, Integer> seen = new ConcurrentHashMap<>();
        // when
        atOnce(500, () -> {
            Reply reply = gate.buy(sale, shopper);
            seen.merge(reply.status() == 202 ? "ACCEPTED" : reply.reason(), 1, Integer::sum);
        });
        // then
        assertThat(seen).isEqualTo(Map.of("ACCEPTED", 1, "LIMIT_EXCEEDED", 49, "RATE_LIMITED", 450));
    }

    @Test
    void fiveHundredThreadsWithOneKeyGetOneOutcome() throws InterruptedException {
        // given
        String sale = gate.sale(500, Map.of());
        String shopper = gate.shopper();
        String key = UUID.randomUUID().toString();
        Set<String> outcomes = ConcurrentHashMap.newKeySet();
        // when
        atOnce(500, () -> {
            Reply reply = gate.send(gate.purchase(sale, shopper, key, "{\"offerId\":\"pen\",\"quantity\":1}"));
            outcomes.add(reply.status() + reply.body().path("purchaseId").asString());
        });
        // then
        assertThat(outcomes).singleElement().asString().startsWith("202");
        assertThat(events(sale)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1.99",
                "2147483648",
                "9223372036854775808",
                "1e3",
                "1.0",
                "\"1\"",
                "\"１\"",
                "１",
                "null",
                "[1]",
                "[]",
                "{}",
                "true",
                "01",
                "0x1",
                "+1",
                "NaN",
                "1001"
            })
    void aQuantityThatIsNoneIsAnInvalidRequestAndLeavesNoEvent(String quantity) {
        // given
        String sale = gate.sale(10, Map.of());
        String key = UUID.randomUUID().toString();
        String body = "{\"offerId\":\"pen\",\"quantity\":" + quantity + "}";
        // when
        Reply reply = gate.send(gate.purchase(sale, gate.shopper(), key, body));
        // then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("type").asString()).isEqualTo("/problems/invalid-request");
        assertThat(events(sale)).isZero();
    }

    /** A limit of so many requests that never come back, for one kind of bucket. */
    private static Map<String, Object> rates(String limit, int capacity) {
        return Map.of(
                "rates", Map.of(limit, Map.of("capacity", capacity, "refillTokens", 1, "refillPeriodMs", A_DAY_MS)));
    }

    private static String header(Reply reply, String name) {
        return reply.response().headers().firstValue(name).orElse("");
    }

    /** How many events the sale's stock has had since it was filled. */
    private long events(String sale) {
        Long events = jdbc().queryForObject(
                        "select count(*) from domain_event_entry where aggregate_identifier = ? and sequence_number > 0",
                        Long.class,
                        sale + ":pen:0");
        return events == null ? 0 : events;
    }

    private JdbcTemplate jdbc() {
        return gate.service.getBean(JdbcTemplate.class);
    }

    private static void atOnce(int threads, Runnable work) throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            for (int i = 0; i < threads; i++) {
                var unused = executor.submit(() -> {
                    go.await();
                    work.run();
                    return true;
                });
            }
            go.countDown();
            executor.shutdown();
            assertThat(executor.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }
    }
}
