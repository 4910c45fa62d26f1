package dev.flashsale.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.query.testing.History;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.Shop;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class OrderApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Shop shop;

    private final History sale =
            new History(UUID.randomUUID().toString(), Instant.now().minusSeconds(60));
    private final String first = UUID.randomUUID().toString();
    private final String second = UUID.randomUUID().toString();
    private final String user = "user of " + first;

    @BeforeEach
    void twoOrdersWerePlacedAndOnePaid() {
        shop.publish(
                sale.scheduled(),
                sale.placed(first, user, "a", sale.opensAt()),
                sale.placed(second, user, "b", sale.opensAt().plusSeconds(1)),
                sale.paid(first));
        shop.awaitProjections();
    }

    @Test
    void ordersAreListedNewestFirst() throws Exception {
        // when
        JsonNode answer = JSON.readTree(shop.get("/api/orders", user).body());

        // then
        assertThat(answer.at("/orders").findValuesAsText("orderId")).containsExactly(second, first);
        assertThat(answer.at("/orders").findValuesAsText("status")).containsExactly("AWAITING_PAYMENT", "PAID");
        assertThat(answer.at("/stale").asBoolean()).isFalse();
    }

    @Test
    void anOrderTellsWhatIsToBePaidUntilWhen() throws Exception {
        // when
        JsonNode answer = JSON.readTree(shop.get("/api/orders/" + second, user).body());

        // then
        assertThat(answer.at("/amountMinor").asLong()).isEqualTo(1_000);
        assertThat(answer.at("/purchaseId").asText()).isEqualTo(second);
        assertThat(Instant.parse(answer.at("/payBy").asText()))
                .isEqualTo(sale.opensAt().plusSeconds(601));
    }

    @Test
    void somebodyElsesOrderLooksLikeNone() throws Exception {
        // when
        HttpResponse<String> foreign = shop.get("/api/orders/" + first, "somebody else");

        // then
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(shop.get("/api/orders", "somebody else").body()).contains("\"orders\":[]");
    }
}
