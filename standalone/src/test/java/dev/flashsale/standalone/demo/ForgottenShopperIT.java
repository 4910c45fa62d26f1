package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.Verbs;
import dev.flashsale.standalone.stores.Secrets;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody buys, pays, and asks to be forgotten: nobody can log in as them, and the sale proves what it proved. */
class ForgottenShopperIT {
    private static final int UNITS = 3;

    @TempDir
    Path data;

    @Test
    void whoIsForgottenLeavesASaleThatStillProvesAndAnswers() throws Exception {
        // given
        buyPayAndBeForgotten();

        // when
        Verbs verify = Verbs.run("verify", "--data", data.toString());
        Verbs asRecorded = Verbs.run("whatif", "--data", data.toString());
        Verbs oneMore = Verbs.run("whatif", "--data", data.toString(), "--stock", "4", "--json");

        // then
        assertThat(verify.exitCode()).as(verify.output()).isZero();
        assertThat(asRecorded.exitCode()).as(asRecorded.output()).isZero();
        assertThat(asRecorded.output()).contains("attempts decided again", "as recorded, 0 differ");
        assertThat(oneMore.exitCode()).as(oneMore.output()).isOne();
        assertThat(oneMore.output()).contains("\"recorded\" : \"SOLD_OUT\"", "\"whatIf\" : \"RESERVED\"");
    }

    private void buyPayAndBeForgotten() throws Exception {
        try (StandaloneServer server = StandaloneServer.start(data, 0, Map.of(), false);
                Shop shop = new Shop(server.uri(), new ClientLog())) {
            Secrets secrets = server.stores().secrets();
            Merchant merchant = Merchant.login(
                    shop, secrets.get(Secrets.MERCHANT_USERNAME), secrets.get(Secrets.MERCHANT_PASSWORD));
            Instant opensAt = Instant.now().plusSeconds(3);
            String saleId = merchant.schedule(SalePlans.madeUp(UNITS), opensAt, opensAt.plusSeconds(600));
            List<Shopper> shoppers = new Registration(shop, "forget").register(UNITS + 2);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> shop.get("/api/sales/" + saleId, null).text("status"), "OPEN"::equals);
            for (Shopper shopper : shoppers) {
                Answer answer = shop.buy(saleId, shopper, SalePlans.MAIN, 1, "key-of-mine");
                if (answer.status() == 202) {
                    pay(shop, shopper, answer.text("purchaseId"));
                }
            }
            forget(server.uri(), shoppers.getFirst());
            expectForgotten(shop, shoppers.getFirst());
        }
    }

    private static void pay(Shop shop, Shopper shopper, String purchaseId) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> status(shop, shopper, purchaseId), "AWAITING_PAYMENT"::equals);
        assertThat(shop.post("/api/orders/" + purchaseId + "/payment", shopper.token(), Map.of())
                        .status())
                .isEqualTo(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> status(shop, shopper, purchaseId), "PAID"::equals);
    }

    private static String status(Shop shop, Shopper shopper, String purchaseId) {
        return shop.get("/api/purchases/" + purchaseId, shopper.token()).text("status");
    }

    private static void forget(URI server, Shopper shopper) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/api/account"))
                .header("Authorization", "Bearer " + shopper.token())
                .DELETE()
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    private static void expectForgotten(Shop shop, Shopper shopper) {
        Map<String, String> name = Map.of("username", "demo-forget-0", "password", "demo-password-demo-forget-0");
        assertThat(shop.post("/api/auth/login", null, name).problem()).isEqualTo("bad-credentials");
        Answer newcomer = shop.post("/api/auth/register", null, name);
        assertThat(newcomer.status()).isEqualTo(201);
        assertThat(newcomer.text("userId")).isNotEqualTo(shopper.userId());
        assertThat(shop.get("/api/orders", newcomer.text("token")).body().path("orders"))
                .isEmpty();
    }
}
