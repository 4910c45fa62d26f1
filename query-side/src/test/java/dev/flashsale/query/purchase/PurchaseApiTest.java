package dev.flashsale.query.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.query.testing.History;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.Shop;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class PurchaseApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Shop shop;

    private final History sale =
            new History(UUID.randomUUID().toString(), Instant.now().minusSeconds(60));
    private final String purchaseId = UUID.randomUUID().toString();
    private final String user = "user of " + purchaseId;

    @Test
    void aPurchaseIsReservedUntilItsOrderIsPlaced() throws Exception {
        // given
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9));

        // when
        JsonNode answer = purchase();

        // then
        assertThat(answer.at("/status").asText()).isEqualTo("RESERVED");
        assertThat(answer.at("/amountMinor").asLong()).isEqualTo(1_000);
        assertThat(answer.has("payBy")).isTrue();
        assertThat(answer.has("orderId")).isFalse();
    }

    @Test
    void aPlacedOrderWaitsForItsPayment() throws Exception {
        // given
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9), sale.placed(purchaseId, user, "a", Instant.now()));

        // when
        JsonNode answer = purchase();

        // then
        assertThat(answer.at("/status").asText()).isEqualTo("AWAITING_PAYMENT");
        assertThat(answer.at("/orderId").asText()).isEqualTo(purchaseId);
    }

    @Test
    void aPaidPurchaseIsPaid() throws Exception {
        // given
        shop.publish(
                sale.reserved(purchaseId, user, "a", 0, 9),
                sale.placed(purchaseId, user, "a", Instant.now()),
                sale.paid(purchaseId));

        // then
        assertThat(purchase().at("/status").asText()).isEqualTo("PAID");
    }

    @Test
    void aBundleThatOneStockRefusedStaysRefused() throws Exception {
        // given
        shop.publish(
                sale.scheduled(),
                sale.reservedForSet(purchaseId, user, "a", 0, 9),
                sale.refused(purchaseId, user, "set", "b", Refusal.SOLD_OUT),
                sale.expired(purchaseId, false),
                sale.released(purchaseId, user, "a", 0, ReleaseReason.BUNDLE_INCOMPLETE, 10));

        // when
        JsonNode answer = purchase();

        // then
        assertThat(answer.at("/status").asText()).isEqualTo("REFUSED");
        assertThat(answer.at("/reason").asText()).isEqualTo("SOLD_OUT");
        assertThat(answer.at("/amountMinor").asLong()).isZero();
        assertThat(answer.at("/currency").asText()).isEqualTo("EUR");
    }

    @Test
    void somebodyElsesPurchaseLooksLikeNone() throws Exception {
        // given
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9));
        shop.awaitProjections();

        // when
        HttpResponse<String> foreign = shop.get("/api/purchases/" + purchaseId, "somebody else");
        HttpResponse<String> unknown = shop.get("/api/purchases/" + UUID.randomUUID(), "somebody else");

        // then
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(withoutInstance(foreign)).isEqualTo(withoutInstance(unknown));
        assertThat(foreign.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void anOlderStateThanTheReceiptIsNotAnswered() throws Exception {
        // given
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9));
        shop.awaitProjections();

        // when
        HttpResponse<String> early = shop.get("/api/purchases/" + purchaseId + "?after=999999999", user);

        // then
        assertThat(early.statusCode()).isEqualTo(404);
    }

    private JsonNode purchase() throws Exception {
        shop.awaitProjections();
        return JSON.readTree(shop.get("/api/purchases/" + purchaseId, user).body());
    }

    private static String withoutInstance(HttpResponse<String> problem) {
        return problem.body().replaceAll("\"instance\":\"[^\"]*\"", "");
    }
}
