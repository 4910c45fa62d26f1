package dev.flashsale.query.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.RedisReads;
import dev.flashsale.query.testing.History;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.Shop;
import dev.flashsale.query.testing.TestStores;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class RedisAwayTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Shop shop;

    @Autowired
    RedisReads reads;

    private final History sale =
            new History(UUID.randomUUID().toString(), Instant.now().minusSeconds(60));
    private final String purchaseId = UUID.randomUUID().toString();
    private final String user = "user of " + purchaseId;

    @BeforeEach
    void anOrderWasPlacedAndTheSaleWasSeen() throws Exception {
        shop.publish(
                sale.scheduled(),
                sale.reserved(purchaseId, user, "a", 0, 9),
                sale.placed(purchaseId, user, "a", sale.opensAt()));
        shop.awaitProjections();
        shop.get("/api/sales/" + sale.saleId(), user);
        TestStores.stopRedis();
    }

    @AfterEach
    void redisRuns() {
        TestStores.ensureRedis();
        shop.awaitReads();
    }

    @Test
    void ordersAreAnsweredFromTheirRows() throws Exception {
        // given a change that only the rows can have seen
        shop.publish(sale.paid(purchaseId));
        shop.awaitProjection(Projections.ORDER_ROWS);

        // when
        JsonNode list = JSON.readTree(shop.get("/api/orders", user).body());
        JsonNode order =
                JSON.readTree(shop.get("/api/orders/" + purchaseId, user).body());

        // then
        assertThat(list.at("/stale").asBoolean()).isTrue();
        assertThat(list.at("/orders/0/status").asText()).isEqualTo("PAID");
        assertThat(order.at("/status").asText()).isEqualTo("PAID");
    }

    @Test
    void aRedisThatIsAwayIsSparedUntilItIsBack() {
        // when it is asked again and again, then nobody asks any more, and whoever reads is answered all the same
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(shop.get("/api/orders", user).statusCode()).isEqualTo(200);
            return reads.breakerState().equals("OPEN");
        });

        // when it is back, then it is asked
        TestStores.ensureRedis();
        shop.awaitReads();
    }

    @Test
    void aPurchaseIsAnsweredFromItsOrdersRow() throws Exception {
        // when
        JsonNode answer =
                JSON.readTree(shop.get("/api/purchases/" + purchaseId, user).body());

        // then
        assertThat(answer.at("/stale").asBoolean()).isTrue();
        assertThat(answer.at("/status").asText()).isEqualTo("AWAITING_PAYMENT");
    }

    @Test
    void aSaleIsAnsweredFromTheLastCopyAndSaysSo() {
        // when it is asked for again and again, then it is answered, and soon it is known that the copy is the last one
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            JsonNode answer =
                    JSON.readTree(shop.get("/api/sales/" + sale.saleId(), user).body());
            assertThat(answer.at("/saleId").asText()).isEqualTo(sale.saleId());
            return answer.at("/stale").asBoolean();
        });
    }

    @Test
    void whatNobodyHasACopyOfIsUnavailableRatherThanUnknown() throws Exception {
        // when
        HttpResponse<String> answer = shop.get("/api/sales/" + UUID.randomUUID(), user);

        // then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("/problems/read-model-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void theServiceStaysInTheLoadBalancer() throws Exception {
        // then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(shop.get("/actuator/health/readiness", user).statusCode())
                    .isEqualTo(200);
            assertThat(shop.get("/actuator/health", user).statusCode()).isEqualTo(200);
        });
    }
}
