package dev.flashsale.query.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.query.testing.History;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.Shop;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QuerySideTest
class PurchaseStreamTest {
    @Autowired
    Shop shop;

    @Autowired
    PurchaseStreams streams;

    private final History sale =
            new History(UUID.randomUUID().toString(), Instant.now().minusSeconds(60));
    private final String purchaseId = UUID.randomUUID().toString();
    private final String user = "user of " + purchaseId;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Test
    void everyStepIsToldAndTheLastOneEndsTheStream() throws Exception {
        // given
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9));
        shop.awaitProjections();
        CompletableFuture<Void> ended = listen();
        await().until(() -> told("RESERVED"));

        // when
        shop.publish(sale.placed(purchaseId, user, "a", Instant.now()));
        await().until(() -> told("AWAITING_PAYMENT"));
        shop.publish(sale.paid(purchaseId));

        // then
        await().until(ended::isDone);
        assertThat(told("PAID")).isTrue();
        assertThat(lines).contains("event:purchase");
        await().until(() -> streams.count() == 0);
    }

    @Test
    void aQuietStreamShowsSignsOfLife() throws Exception {
        // given
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9));
        shop.awaitProjections();

        // when
        CompletableFuture<Void> ended = listen();

        // then
        await().until(() -> lines.contains(":alive"));
        assertThat(ended.isDone()).isFalse();
        shop.publish(sale.expired(purchaseId, false));
        await().until(ended::isDone);
    }

    @Test
    void aPurchaseThatBecomesVisibleAMomentLaterIsWaitedFor() throws Exception {
        // when
        CompletableFuture<Void> ended = listen();
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9), sale.expired(purchaseId, false));

        // then
        await().until(ended::isDone);
        assertThat(told("EXPIRED")).isTrue();
    }

    @Test
    void somebodyElsesPurchaseCannotBeListenedTo() throws Exception {
        // given
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9));
        shop.awaitProjections();

        // when
        HttpResponse<String> answer = shop.get("/api/purchases/" + purchaseId + "/events", "somebody else");

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("/problems/not-found");
    }

    @Test
    void aUserCannotHoldEveryConnection() throws Exception {
        // given
        shop.publish(sale.reserved(purchaseId, user, "a", 0, 9));
        shop.awaitProjections();
        List<CompletableFuture<Void>> open =
                IntStream.range(0, 10).mapToObj(stream -> listen()).toList();
        await().until(() -> streams.count() == 10);

        // when
        HttpResponse<String> refused = shop.get("/api/purchases/" + purchaseId + "/events", user);

        // then
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("/problems/too-many-streams");
        shop.publish(sale.expired(purchaseId, false));
        await().until(() -> open.stream().allMatch(CompletableFuture::isDone));
    }

    private CompletableFuture<Void> listen() {
        return shop.http()
                .sendAsync(
                        shop.request("/api/purchases/" + purchaseId + "/events", user),
                        HttpResponse.BodyHandlers.ofLines())
                .thenAccept(response -> response.body().forEach(lines::add));
    }

    private boolean told(String status) {
        return lines.stream().anyMatch(line -> line.contains("\"status\":\"" + status + "\""));
    }
}
