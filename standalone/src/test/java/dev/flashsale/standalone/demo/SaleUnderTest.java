package dev.flashsale.standalone.demo;

import dev.flashsale.standalone.stores.Secrets;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** A crowd at a sale, running in the background while a test does harm. */
final class SaleUnderTest implements AutoCloseable {
    static final SalePlan PLAN = SalePlans.madeUp(40);

    final ClientLog log = new ClientLog();
    final Shop shop;
    private final Secrets secrets;
    private List<Shopper> shoppers = List.of();

    SaleUnderTest(URI server, Path data) throws IOException {
        this.shop = new Shop(server, log);
        this.secrets = Secrets.in(data.resolve("secrets.properties"));
    }

    Merchant merchant() throws IOException {
        return Merchant.login(shop, secrets.get(Secrets.MERCHANT_USERNAME), secrets.get(Secrets.MERCHANT_PASSWORD));
    }

    /** Completes with the sale's id when the last shopper has left. */
    CompletableFuture<String> start(int crowd, long seed) {
        System.out.println("seed " + seed);
        // not on the common pool: it has one thread on two cores, and the server's HTTP client completes its answers
        // there
        Executor ownThread = Thread::startVirtualThread;
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        DemoRun run = new DemoRun(shop, log, merchant(), PLAN, new PrintWriter(System.out), false);
                        return run.run(crowd, (sale, registered) -> {
                            shoppers = registered;
                            return new Rush(shop, PLAN, sale, registered, seed);
                        });
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                ownThread);
    }

    /** Orders that the read side shows as paid. */
    long paidOrdersShown() {
        return shoppers.stream()
                .map(shopper -> shop.get("/api/orders", shopper.token()).body().path("orders"))
                .mapToLong(orders -> orders.valueStream()
                        .filter(order -> order.path("status").asString("").equals("PAID"))
                        .count())
                .sum();
    }

    @Override
    public void close() {
        shop.close();
    }
}
