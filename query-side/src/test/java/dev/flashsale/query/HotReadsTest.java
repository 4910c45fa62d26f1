package dev.flashsale.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.query.testing.History;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.Shop;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The hot routes and Spring MVC answer the same. A weight in Accept is what the hot routes leave to Spring MVC. */
@QuerySideTest
class HotReadsTest {
    private static final String HOT = "application/json";
    private static final String NOT_HOT = "application/json;q=0.9";
    private static final String USER = "u1";

    @Autowired
    Shop shop;

    private final History sale =
            new History(UUID.randomUUID().toString(), Instant.now().minusSeconds(60));
    private final String purchaseId = UUID.randomUUID().toString();

    @BeforeEach
    void aPurchaseWasMade() {
        shop.publish(sale.scheduled(), sale.allocated("a", 0, 10), sale.reserved(purchaseId, USER, "a", 0, 9));
        shop.awaitProjections();
    }

    @Test
    void aSaleIsAnsweredAlike() throws Exception {
        assertAlike("/api/sales/" + sale.saleId(), USER);
    }

    @Test
    void aCompressedSaleIsAnsweredAlike() throws Exception {
        assertAlike("/api/sales/" + sale.saleId(), USER, "Accept-Encoding", "gzip");
    }

    @Test
    void whoHoldsTheSaleIsAnsweredAlike() throws Exception {
        // given
        String path = "/api/sales/" + sale.saleId();
        String etag = shop.get(path, USER).headers().firstValue("ETag").orElseThrow();

        // then
        assertThat(assertAlike(path, USER, "If-None-Match", etag)).isEqualTo(304);
        assertThat(assertAlike(path, USER, "If-None-Match", "\"other\"")).isEqualTo(200);
    }

    @Test
    void anUnknownSaleIsAnsweredAlike() throws Exception {
        assertThat(assertAlike("/api/sales/" + UUID.randomUUID(), USER)).isEqualTo(404);
    }

    @Test
    void aPurchaseIsAnsweredAlike() throws Exception {
        assertThat(assertAlike("/api/purchases/" + purchaseId + "?after=1", USER))
                .isEqualTo(200);
    }

    @Test
    void aPurchaseThatIsNotVisibleIsAnsweredAlike() throws Exception {
        assertThat(assertAlike("/api/purchases/" + purchaseId, "somebody else")).isEqualTo(404);
        assertThat(assertAlike("/api/purchases/" + purchaseId + "?after=99999999999", USER))
                .isEqualTo(404);
        assertThat(assertAlike("/api/purchases/" + purchaseId + "?after=soon", USER))
                .isEqualTo(400);
    }

    private int assertAlike(String path, String user, String... headers) throws Exception {
        HttpResponse<String> hot = shop.get(path, user, with("Accept", HOT, headers));
        HttpResponse<String> mvc = shop.get(path, user, with("Accept", NOT_HOT, headers));
        assertThat(hot.statusCode()).isEqualTo(mvc.statusCode());
        if (hot.headers().firstValue("Content-Encoding").isEmpty()) {
            assertThat(withoutTime(hot.body())).isEqualTo(withoutTime(mvc.body()));
        }
        assertThat(stable(hot)).isEqualTo(stable(mvc));
        return hot.statusCode();
    }

    private static String[] with(String name, String value, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    private static String withoutTime(String body) {
        return body.replaceAll("\"serverTime\":\"[^\"]*\"", "");
    }

    /** Headers but for the times, and for how the body's length is told. */
    private static Map<String, List<String>> stable(HttpResponse<String> answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
        List.of("date", "server-time", "content-length", "transfer-encoding", "connection", "keep-alive")
                .forEach(headers::remove);
        return headers;
    }
}
