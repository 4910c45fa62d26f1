package dev.flashsale.standalone.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.kernel.order.PlaceOrders;
import dev.flashsale.kernel.sale.OpenFlashSale;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.ConfirmReservations;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReserveStock;
import dev.flashsale.standalone.wire.Client.Reply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The services share no object here: what one tells another went through the connector and a socket as bytes. */
@Timeout(240)
class ThreeServicesTest {
    private static final int CROWD = 25;

    @TempDir
    static Path directory;

    @SuppressWarnings("NullAway.Init") // started before the first test
    private static ThreeServices services;

    @SuppressWarnings("NullAway.Init")
    private static Walk walk;

    @BeforeAll
    static void start() throws Exception {
        services = new ThreeServices(directory.resolve("data"));
        walk = new Walk(services);
    }

    @AfterAll
    static void stop() throws Exception {
        if (services != null) {
            services.close();
        }
    }

    @Test
    void aPaidPurchaseRunsThroughAllThreeServices() throws Exception {
        // given a sale that opened by itself
        String saleId = walk.openSale(3);
        Client shopper = walk.newShopper();
        // when a shopper buys at the command side, listens at the query side and pays at the saga orchestrator
        String purchaseId =
                walk.buy(shopper, saleId, 202).body().required("purchaseId").asString();
        CompletableFuture<List<String>> told =
                shopper.statuses(services.query().uri(), "/api/purchases/" + purchaseId + "/events");
        walk.awaitPurchase(shopper, purchaseId, "AWAITING_PAYMENT");
        await().atMost(Walk.SOON)
                .until(() -> shopper.post(services.saga().uri(), "/api/orders/" + purchaseId + "/payment", Map.of())
                                .status()
                        == 202);
        // then every service agrees that it is paid, and the listener was told
        walk.awaitPurchase(shopper, purchaseId, "PAID");
        assertThat(told.get(30, TimeUnit.SECONDS)).endsWith("PAID");
        assertThat(services.wire().queries().updates()).isNotEmpty();
        walk.awaitWire(ConfirmReservations.class);
        walk.assertEveryEventIsSound();
    }

    @Test
    void aCancelledOrderGivesItsUnitToTheNextShopper() throws Exception {
        // given one unit in one of three buckets, and one shopper who has it
        String saleId = walk.openSale(1);
        Client shopper = walk.newShopper();
        String purchaseId =
                walk.buy(shopper, saleId, 202).body().required("purchaseId").asString();
        walk.awaitPurchase(shopper, purchaseId, "AWAITING_PAYMENT");
        // when the order is cancelled
        Reply cancelled = shopper.post(services.command().uri(), "/api/orders/" + purchaseId + "/cancel", Map.of());
        assertThat(cancelled.body().required("status").asString()).isEqualTo("CANCELLED");
        walk.awaitWire(ReleaseReservations.class);
        // then another shopper gets the unit, whichever bucket it lies in
        Client next = walk.newShopper();
        await().atMost(Walk.SOON)
                .ignoreExceptions()
                .until(() -> walk.buy(next, saleId, 202).status() == 202);
        assertThat(walk.buy(walk.newShopper(), saleId, 409)
                        .body()
                        .required("purchaseId")
                        .asString())
                .isNotEmpty();
        walk.assertEveryEventIsSound();
    }

    @Test
    void moreBundlesAtOnceThanAServiceHasCommandThreadsAllComplete() throws Exception {
        // given a bundle of both items, and a crowd of shoppers
        String saleId = walk.openSale(CROWD);
        List<Client> crowd = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            crowd.add(walk.newShopper());
        }
        // when all buy it in the same moment
        List<CompletableFuture<String>> bought = crowd.stream()
                .map(shopper -> CompletableFuture.supplyAsync(
                        () -> walk.accepted(shopper, saleId, Walk.BUNDLE), Thread::startVirtualThread))
                .toList();
        // then each gets both components, though each second one waits for another command
        for (int i = 0; i < CROWD; i++) {
            walk.awaitPurchase(crowd.get(i), bought.get(i).get(), "AWAITING_PAYMENT");
        }
        walk.assertEveryEventIsSound();
    }

    @Test
    void whatDoesNotExistIsSaidSoAcrossTheWire() throws Exception {
        // given nothing
        Client shopper = walk.newShopper();
        // then a missing aggregate comes back as the text of an exception, and is still recognised
        assertThat(walk.merchant()
                        .post(services.command().uri(), "/api/admin/sales/none/close", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(shopper.post(services.command().uri(), "/api/orders/none/cancel", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(shopper.get(services.query().uri(), "/api/purchases/none").status())
                .isEqualTo(404);
    }

    @Test
    void commandsAreRoutedByTheirAggregate() throws Exception {
        // given a purchase that was cancelled
        String saleId = walk.openSale(2);
        Client shopper = walk.newShopper();
        String purchaseId =
                walk.buy(shopper, saleId, 202).body().required("purchaseId").asString();
        walk.awaitPurchase(shopper, purchaseId, "AWAITING_PAYMENT");
        // then sale, stock and order were each named as the routing key
        Set<String> keys = services.wire().commands().seen().stream()
                .filter(command -> command.getPayload().getData().toStringUtf8().contains(saleId))
                .map(command -> CommandDesk.routingKey(command))
                .collect(Collectors.toSet());
        assertThat(keys)
                .contains(saleId, saleId + ":" + Walk.ITEM + ":0", saleId + ":toaster:2", purchaseId)
                .allMatch(key -> key.equals(saleId) || key.startsWith(saleId + ":") || key.equals(purchaseId));
        assertThat(services.wire().platform().components()).contains("command-side", "saga-orchestrator", "query-side");
        assertThat(Stream.of(
                        ScheduleFlashSale.class,
                        OpenFlashSale.class,
                        AllocateStock.class,
                        ReserveStock.class,
                        PlaceOrders.class))
                .allSatisfy(walk::awaitWire);
    }
}
