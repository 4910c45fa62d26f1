package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.kernel.attempt.AttemptBatch;
import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.stores.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Everybody storms a sale of five units: who is refused at the edge, who is not, and what is recorded of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SoldOutStormIT {
    private static final int UNITS = 5;
    private static final int SHOPPERS = 30;
    private static final int ROUNDS = 20;

    @TempDir
    static Path data;

    private static StandaloneServer server;

    private final ClientLog log = new ClientLog();
    private Shop shop;
    private final AtomicLong refusedAtTheEdge = new AtomicLong();

    @BeforeAll
    static void serve() throws Exception {
        server = StandaloneServer.start(data, 0, Map.of(), false);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void comeIn() {
        shop = new Shop(server.uri(), log);
    }

    /** First: the audit at its end looks at the whole store. */
    @Test
    @Order(1)
    void everyAnswerIsTrueAUnitThatComesBackIsSoldAndEveryRefusalIsRecorded() throws Exception {
        // given a sale that five shoppers bought empty
        Merchant merchant = merchant();
        String saleId = sell(merchant);
        List<Shopper> shoppers = new Registration(shop, "storm").register(SHOPPERS);
        List<Shopper> owners = shoppers.subList(0, UNITS);
        List<Shopper> late = shoppers.subList(UNITS, SHOPPERS);
        for (Shopper owner : owners) {
            log.accepted(accepted(buy(saleId, owner, "first")));
        }

        // when everybody asks again and again, the owners with their old key
        List<Callable<Answer>> storm = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String key = "round-" + round;
            owners.forEach(owner -> storm.add(() -> buy(saleId, owner, "first")));
            late.forEach(shopper -> storm.add(() -> buy(saleId, shopper, key)));
        }
        List<Answer> answers = all(storm);

        // then owners hear their own purchase, all others that it is sold out
        assertThat(answers.stream().filter(answer -> answer.status() == 202)).hasSize(ROUNDS * UNITS);
        assertThat(answers.stream().filter(answer -> answer.status() != 202))
                .allMatch(answer -> answer.status() == 409 && answer.problem().equals(Refusals.SOLD_OUT));
        assertThat(refusedAtTheEdge.get()).isPositive();

        // and when one gives a unit back, then somebody gets it
        Answer unused = Merchant.expect(200, cancel(owners.getFirst(), purchaseOf(saleId, owners.getFirst())));
        log.ended(purchaseOf(saleId, owners.getFirst()), "CANCELLED", 1);
        Shopper lucky = late.getFirst();
        AtomicLong tries = new AtomicLong();
        Answer[] got = new Answer[1];
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            got[0] = buy(saleId, lucky, "again-" + tries.incrementAndGet());
            return got[0].status() == 202;
        });
        log.accepted(got[0].text("purchaseId"));

        // and the log of attempts holds what the edge refused, and the audit finds nothing
        for (Shopper owner : owners.subList(1, UNITS)) {
            pay(owner, purchaseOf(saleId, owner));
        }
        pay(lucky, got[0].text("purchaseId"));
        merchant.close(saleId);
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(attempts(saleId)).isEqualTo(refusedAtTheEdge.get()));
        Verdict verdict = Verdict.on(saleId, server.stores(), log);
        assertThat(verdict.holds()).as(verdict.toString()).isTrue();
    }

    @Test
    @Order(2)
    void bothWaysOfBuyingAnswerTheSameInEveryHeaderAndByte() throws Exception {
        // given a sold-out sale, and one who bought
        String saleId = sell(merchant());
        List<Shopper> shoppers = new Registration(shop, "both").register(UNITS + 2);
        for (int i = 0; i < UNITS; i++) {
            String unused = accepted(buy(saleId, shoppers.get(i), "first"));
        }
        Shopper owner = shoppers.getFirst();
        Shopper late = shoppers.getLast();
        Answer recorded = buy(saleId, late, "recorded");
        assertThat(recorded.status()).isEqualTo(409);
        // then
        bothWaysAgree(202, saleId, owner, "first", "{\"offerId\":\"headphones\",\"quantity\":1}");
        bothWaysAgree(422, saleId, owner, "first", "{\"offerId\":\"headphones\",\"quantity\":2}");
        bothWaysAgree(409, saleId, late, "any-other-key", "{\"offerId\":\"headphones\",\"quantity\":1}");
        bothWaysAgree(409, saleId, owner, "first", "{\"offerId\":\"no-such-offer\",\"quantity\":1}");
        bothWaysAgree(400, saleId, owner, "first", "{\"offerId\":\"headphones\",\"quantity\":0}");
        bothWaysAgree(400, saleId, owner, "first", "{\"offerId\":\"headphones\"}");
    }

    private void bothWaysAgree(int status, String saleId, Shopper shopper, String key, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.uri() + "/api/sales/" + saleId + "/purchases"))
                .header("Authorization", "Bearer " + shopper.token())
                .header("Idempotency-Key", "key-" + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> hot = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            // no hot route knows this wish, so it takes the way through Spring MVC
            HttpResponse<String> usual = client.send(
                    request.header("Accept", "application/json;q=0.9").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(hot.statusCode()).as(hot.body()).isEqualTo(status);
            assertThat(usual.statusCode()).isEqualTo(status);
            assertThat(hot.body()).isEqualTo(usual.body());
            assertThat(headers(hot)).isEqualTo(headers(usual));
        }
    }

    private static Map<String, List<String>> headers(HttpResponse<?> answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        List.of("date", "content-length", "transfer-encoding", "connection", "keep-alive")
                .forEach(headers::remove);
        return headers;
    }

    private Merchant merchant() throws Exception {
        Secrets secrets = server.stores().secrets();
        return Merchant.login(shop, secrets.get(Secrets.MERCHANT_USERNAME), secrets.get(Secrets.MERCHANT_PASSWORD));
    }

    private String sell(Merchant merchant) throws Exception {
        Instant opensAt = Instant.now().plusSeconds(2);
        SalePlan plan = SalePlans.madeUp(UNITS).withPaymentWindow(Duration.ofMinutes(5));
        String saleId = merchant.schedule(plan, opensAt, opensAt.plusSeconds(600));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> shop.get("/api/sales/" + saleId, null).text("status"), "OPEN"::equals);
        return saleId;
    }

    private Answer buy(String saleId, Shopper shopper, String key) {
        Answer answer = shop.buy(saleId, shopper, SalePlans.MAIN, 1, "key-" + key);
        if (answer.status() == 409 && answer.body().path("purchaseId").isMissingNode()) {
            assertThat(answer.body().path("recorded").asBoolean(true)).isFalse();
            refusedAtTheEdge.incrementAndGet();
        }
        return answer;
    }

    private static String accepted(Answer answer) throws Exception {
        return Merchant.expect(202, answer).text("purchaseId");
    }

    private static String purchaseOf(String saleId, Shopper shopper) {
        return Shop.purchaseId(saleId, shopper, "key-first");
    }

    private Answer cancel(Shopper shopper, String orderId) {
        awaitStatus(shopper, orderId, "AWAITING_PAYMENT");
        return shop.post("/api/orders/" + orderId + "/cancel", shopper.token(), Map.of());
    }

    private void pay(Shopper shopper, String orderId) {
        awaitStatus(shopper, orderId, "AWAITING_PAYMENT");
        Answer unused = shop.post("/api/orders/" + orderId + "/payment", shopper.token(), Map.of());
        awaitStatus(shopper, orderId, "PAID");
        log.ended(orderId, "PAID", 1);
    }

    private void awaitStatus(Shopper shopper, String purchaseId, String status) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> shop.get("/api/purchases/" + purchaseId, shopper.token())
                                .text("status"),
                        status::equals);
    }

    private static List<Answer> all(List<Callable<Answer>> requests) throws Exception {
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : crowd.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }
        return answers;
    }

    private static long attempts(String saleId) throws Exception {
        long count = 0;
        try (Connection connection = Database.of(server.stores()).open();
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select dropped, format, payload from attempt_batch order by batch_id")) {
            while (rows.next()) {
                count += rows.getLong("dropped");
                count += AttemptBatch.decode(rows.getInt("format"), rows.getBytes("payload")).stream()
                        .filter(attempt -> attempt.saleId().equals(saleId))
                        .count();
            }
        }
        return count;
    }
}
