package dev.flashsale.query.sale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import dev.flashsale.kernel.stock.ReleaseReason;
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
class SaleApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Shop shop;

    private final History sale =
            new History(UUID.randomUUID().toString(), Instant.now().minusSeconds(60));

    @BeforeEach
    void aSaleIsOpen() {
        shop.publish(
                sale.scheduled(), sale.allocated("a", 0, 10), sale.allocated("a", 1, 10), sale.allocated("b", 0, 10));
    }

    @Test
    void aSaleShowsWhatItsBucketsStillHold() throws Exception {
        // given
        shop.publish(
                sale.reserved("p1", "u1", "a", 0, 9),
                sale.reserved("p2", "u2", "a", 1, 9),
                sale.reserved("p3", "u3", "a", 1, 8),
                sale.released("p2", "u2", "a", 1, ReleaseReason.EXPIRED, 9));
        shop.awaitProjections();

        // when
        JsonNode answer =
                JSON.readTree(shop.get("/api/sales/" + sale.saleId(), "u1").body());

        // then
        assertThat(answer.at("/items/0/remainingUnits").asLong()).isEqualTo(18);
        assertThat(answer.at("/items/0/totalUnits").asLong()).isEqualTo(20);
        assertThat(answer.at("/items/0/status").asText()).isEqualTo("OPEN");
        assertThat(answer.at("/bundles/0/components/1/itemId").asText()).isEqualTo("b");
        assertThat(answer.at("/stale").asBoolean()).isFalse();
        assertThat(Instant.parse(answer.at("/serverTime").asText())).isAfter(sale.opensAt());
    }

    @Test
    void addedUnitsCountAsUnitsOfTheSale() throws Exception {
        // given
        shop.publish(new StockAdditionGranted(sale.saleId(), "b", "more", 5, 1, sale.opensAt()));
        shop.publish(new StockAdditionGranted(sale.saleId(), "b", "more", 5, 1, sale.opensAt()));
        shop.awaitProjections();

        // when
        JsonNode answer =
                JSON.readTree(shop.get("/api/sales/" + sale.saleId(), "u1").body());

        // then
        assertThat(answer.at("/items/1/totalUnits").asLong()).isEqualTo(15);
    }

    @Test
    void theListCanBeNarrowedToAStatus() throws Exception {
        // given
        shop.awaitProjections();

        // when
        String open = shop.get("/api/sales?status=OPEN", "u1").body();
        String upcoming = shop.get("/api/sales?status=UPCOMING", "u1").body();

        // then
        assertThat(open).contains(sale.saleId());
        assertThat(upcoming).doesNotContain(sale.saleId());
    }

    @Test
    void whoHoldsTheContentAlreadyGetsNoneButTheTime() throws Exception {
        // given
        shop.awaitProjections();
        String path = "/api/sales/" + sale.saleId();
        String etag = shop.get(path, "u1").headers().firstValue("ETag").orElseThrow();

        // when
        HttpResponse<String> again = shop.get(path, "u1", "If-None-Match", etag);

        // then
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.headers().firstValue("Server-Time")).isPresent();
    }

    @Test
    void anUnknownSaleIsNotFound() throws Exception {
        // when
        HttpResponse<String> answer = shop.get("/api/sales/" + UUID.randomUUID(), "u1");

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found");
    }
}
