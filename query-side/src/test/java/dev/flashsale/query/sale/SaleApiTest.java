package dev.flashsale.query.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.BlockingPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.ChallengePolicy;
import dev.flashsale.kernel.admission.EligibilityPolicy;
import dev.flashsale.kernel.admission.JourneyPolicy;
import dev.flashsale.kernel.admission.QuizQuestion;
import dev.flashsale.kernel.admission.Rate;
import dev.flashsale.kernel.admission.RatePolicy;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.query.testing.History;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.Shop;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
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
    void aSaleTellsWhoMayTryAndNothingThatHelpsToGetAround() throws Exception {
        // given a quiz, limits and a journey, for accounts that are an hour old
        QuizQuestion question = new QuizQuestion("q1", "Which leaf?", List.of("camellia"));
        shop.publish(sale.admission(new AdmissionPolicy(
                new ChallengePolicy(ChallengeKind.QUIZ, List.of(question), 3, 77_000, 0),
                true,
                new RatePolicy(new Rate(123, 1, 1_000), null, null),
                new BlockingPolicy(456, 1_000, 1_000, 2, 1_000),
                new JourneyPolicy(789, 0, 0, 60_000, 40, 80),
                new EligibilityPolicy(3_600_000, 0, true, null, null),
                true)));
        shop.awaitProjections();

        // when
        String path = "/api/sales/" + sale.saleId();
        await().until(() -> shop.get(path, "u1").body().contains("QUIZ"));
        String body = shop.get(path, "u1").body();

        // then
        JsonNode admission = JSON.readTree(body).at("/admission");
        assertThat(admission).isEqualTo(JSON.readTree("""
                        {"challenge":"QUIZ","ticket":true,"journey":true,"queue":true,"eligibility":
                        {"leastAccountAgeMs":3600000,"leastLevel":0,"allowListOnly":true,"boughtInSaleId":null,
                        "notBoughtInSaleId":null}}"""));
        assertThat(body).doesNotContain("camellia", "Which leaf", "77000", "123", "456", "789");
    }

    @Test
    void aChangeOfTheAdmissionIsNewContent() throws Exception {
        // given a page of a sale that lets everybody try
        shop.awaitProjections();
        String path = "/api/sales/" + sale.saleId();
        HttpResponse<String> before = shop.get(path, "u1");
        assertThat(JSON.readTree(before.body()).at("/admission/ticket").asBoolean())
                .isFalse();
        String etag = before.headers().firstValue("ETag").orElseThrow();

        // when
        shop.publish(sale.admission(new AdmissionPolicy(null, true, null, null, null, null, false)));

        // then
        await().until(
                        () -> shop.get(path, "u1", "If-None-Match", etag),
                        answer -> answer.statusCode() == 200 && answer.body().contains("\"ticket\":true"));
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
