package dev.flashsale.standalone.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.ClientLog;
import dev.flashsale.analysis.store.PostgresSource;
import dev.flashsale.analysis.store.ReadOnlyDatabase;
import dev.flashsale.analysis.verify.Verification;
import dev.flashsale.standalone.stores.Secrets;
import dev.flashsale.standalone.wire.Client.Reply;
import io.axoniq.axonserver.grpc.command.Command;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What merchant and shoppers do, each step at the service that offers it. */
final class Walk {
    static final String ITEM = "kettle";
    static final String BUNDLE = "breakfast";
    static final Duration SOON = Duration.ofSeconds(60);

    private final ThreeServices services;
    private final Client merchant;
    private final AtomicInteger users = new AtomicInteger();

    Walk(ThreeServices services) throws Exception {
        this.services = services;
        Secrets secrets = services.stores().secrets();
        merchant = Client.at(
                services.command().uri(),
                "/api/auth/login",
                secrets.get(Secrets.MERCHANT_USERNAME),
                secrets.get(Secrets.MERCHANT_PASSWORD));
    }

    Client merchant() {
        return merchant;
    }

    String openSale(int units) throws Exception {
        Instant opensAt = Instant.now().plusSeconds(2);
        Map<String, Object> bundle = Map.of(
                "bundleId",
                BUNDLE,
                "title",
                "Breakfast",
                "priceMinor",
                1_500,
                "limitPerUser",
                1,
                "components",
                List.of(Map.of("itemId", ITEM, "units", 1), Map.of("itemId", "toaster", "units", 1)));
        Reply scheduled = merchant.post(
                services.command().uri(),
                "/api/admin/sales",
                Map.of(
                        "title", "Wire",
                        "currency", "EUR",
                        "opensAt", opensAt.toString(),
                        "closesAt", opensAt.plusSeconds(3_600).toString(),
                        "paymentWindowSeconds", 600,
                        "items", List.of(item(ITEM, units), item("toaster", units)),
                        "bundles", List.of(bundle)));
        assertThat(scheduled.status()).as("%s", scheduled.body()).isEqualTo(201);
        String saleId = scheduled.body().required("saleId").asString();
        await().atMost(SOON)
                .until(() -> Set.of("OPEN", "LOW_STOCK")
                        .contains(Client.anonymous()
                                .get(services.query().uri(), "/api/sales/" + saleId)
                                .body()
                                .path("status")
                                .asString()));
        return saleId;
    }

    private static Map<String, Object> item(String itemId, int units) {
        return Map.of(
                "itemId", itemId,
                "title", itemId,
                "listPriceMinor", 4_000,
                "salePriceMinor", 1_000,
                "units", units,
                "limitPerUser", 1,
                "buckets", 3);
    }

    Client newShopper() throws Exception {
        return Client.at(
                services.command().uri(),
                "/api/auth/register",
                "shopper-" + users.incrementAndGet(),
                "a good long password");
    }

    String accepted(Client shopper, String saleId, String offerId) {
        try {
            return buy(shopper, saleId, offerId, 202)
                    .body()
                    .required("purchaseId")
                    .asString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Reply buy(Client shopper, String saleId, int expected) throws Exception {
        return buy(shopper, saleId, ITEM, expected);
    }

    Reply buy(Client shopper, String saleId, String offerId, int expected) throws Exception {
        Reply reply = shopper.post(
                services.command().uri(),
                "/api/sales/" + saleId + "/purchases",
                Map.of("offerId", offerId, "quantity", 1));
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(expected);
        return reply;
    }

    void awaitPurchase(Client shopper, String purchaseId, String status) {
        await().atMost(SOON)
                .until(() -> shopper.get(services.query().uri(), "/api/purchases/" + purchaseId)
                        .body()
                        .path("status")
                        .asString()
                        .equals(status));
    }

    void awaitWire(Class<?> command) {
        await().atMost(SOON)
                .until(() -> services.wire().commands().seen().stream()
                        .map(Command::getName)
                        .anyMatch(command.getName()::equals));
    }

    void assertEveryEventIsSound() throws Exception {
        try (Connection connection = ReadOnlyDatabase.open(
                services.stores().unhurriedJdbcUrl(),
                "flashsale",
                services.stores().password())) {
            AuditReport report = Verification.of(
                    PostgresSource.on(connection), AuditOptions.of(false), ClientLog.ofAccepted(List.of()));
            assertThat(report.holds()).as("%s", report).isTrue();
        }
    }
}
