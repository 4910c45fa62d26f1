package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.stores.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholePurchaseIT {
    @TempDir
    Path data;

    @Test
    void aShopperBuysAndPaysOverHttp() throws Exception {
        try (StandaloneServer server = StandaloneServer.start(data, 0, Map.of(), false)) {
            // given
            ClientLog log = new ClientLog();
            Shop shop = new Shop(server.uri(), log);
            Secrets secrets = server.stores().secrets();
            Merchant merchant = Merchant.login(
                    shop, secrets.get(Secrets.MERCHANT_USERNAME), secrets.get(Secrets.MERCHANT_PASSWORD));
            Instant opensAt = Instant.now().plusSeconds(3);
            String saleId = merchant.schedule(SalePlans.madeUp(20), opensAt, opensAt.plusSeconds(600));
            Shopper shopper = new Registration(shop, "it").register(1).getFirst();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> shop.get("/api/sales/" + saleId, null).text("status"), "OPEN"::equals);

            // when
            Answer bought = shop.buy(saleId, shopper, SalePlans.MAIN, 1, "one-key-of-mine");
            Answer again = shop.buy(saleId, shopper, SalePlans.MAIN, 1, "one-key-of-mine");
            Answer more = shop.buy(saleId, shopper, SalePlans.MAIN, 1, "another-key");
            String purchaseId = bought.text("purchaseId");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> status(shop, shopper, purchaseId), "AWAITING_PAYMENT"::equals);
            Answer payment = shop.post("/api/orders/" + purchaseId + "/payment", shopper.token(), Map.of());

            // then
            assertThat(bought.status()).isEqualTo(202);
            assertThat(again.text("purchaseId")).isEqualTo(purchaseId);
            assertThat(more.problem()).isEqualTo(Refusals.LIMIT_EXCEEDED);
            assertThat(payment.status()).isEqualTo(202);
            await().atMost(Duration.ofSeconds(30)).until(() -> status(shop, shopper, purchaseId), "PAID"::equals);
            Answer orders = shop.get("/api/orders", shopper.token());
            assertThat(orders.body()
                            .path("orders")
                            .valueStream()
                            .map(order -> order.path("status").asString("")))
                    .containsExactly("PAID");
        }
    }

    private static String status(Shop shop, Shopper shopper, String purchaseId) {
        return shop.get("/api/purchases/" + purchaseId, shopper.token()).text("status");
    }
}
