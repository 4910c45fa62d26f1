package dev.flashsale.standalone.demo;

import dev.flashsale.standalone.demo.Crowd.Position;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** One demonstration against a running server: accounts, a sale, a crowd, and the end of it. */
final class DemoRun {
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    /** How much later a sale with a gate opens, so that its shoppers can come early. */
    private static final long MS_AT_THE_GATE = 1;

    private static final Duration LONGEST_SALE = Duration.ofHours(1);
    private static final Duration NOTHING_HAPPENS = Duration.ofSeconds(30);

    private final Shop shop;
    private final ClientLog log;
    private final Merchant merchant;
    private final SalePlan plan;
    private final PrintWriter out;
    private final boolean live;
    private final Instant startedAt = Instant.now();

    DemoRun(Shop shop, ClientLog log, Merchant merchant, SalePlan plan, PrintWriter out, boolean live) {
        this.shop = shop;
        this.log = log;
        this.merchant = merchant;
        this.plan = plan;
        this.out = out;
        this.live = live;
    }

    /** What makes the crowd, once the sale is scheduled and its shoppers have accounts. */
    interface CrowdMaker {
        Crowd make(OpenSale sale, List<Shopper> shoppers);
    }

    /** Runs it, and answers with the sale's id; the sale is closed by then. */
    String run(int shoppers, CrowdMaker crowdMaker) throws IOException, InterruptedException {
        Registration registration = new Registration(shop, Long.toString(startedAt.toEpochMilli(), 36));
        List<Shopper> registered;
        try (Progress progress = progress(
                () -> "%s  registering  %,d of %,d shoppers".formatted(clock(), registration.done(), shoppers))) {
            registered = registration.register(shoppers);
        }
        Instant opensAt = Instant.now()
                .plus(WARM_UP)
                .plusMillis(plan.gate().isOn() ? shoppers * MS_AT_THE_GATE : 0)
                .truncatedTo(ChronoUnit.SECONDS);
        String saleId = merchant.schedule(plan, opensAt, opensAt.plus(LONGEST_SALE));
        Comebacks comebacks = new Comebacks(shop, plan, saleId);
        OpenSale sale = new OpenSale(saleId, opensAt, new Purchasing(shop, plan, saleId, log), comebacks, log);
        Crowd crowd = crowdMaker.make(sale, registered);
        Thread watcher = Thread.startVirtualThread(comebacks::watch);
        Thread end = Thread.startVirtualThread(() -> awaitEnd(sale, crowd));
        try (Progress progress = progress(() -> line(sale, crowd))) {
            crowd.run();
        }
        end.join();
        watcher.join();
        merchant.close(saleId);
        if (!crowd.remark().isEmpty()) {
            out.println(crowd.remark());
        }
        return saleId;
    }

    private Progress progress(Supplier<String> line) {
        return new Progress(out, live, line);
    }

    /** The sale is over when everything is paid, when nobody is left who could buy, or when nothing happens any more. */
    private void awaitEnd(OpenSale sale, Crowd crowd) {
        String last = "";
        Instant lastChange = Instant.now();
        while (true) {
            Position position = crowd.position();
            boolean allCame = position.done() >= position.total();
            boolean allWait = sale.purchasing().open() == 0
                    && crowd.active() == sale.comebacks().waiting();
            String now = log.accepted() + "/" + log.paidUnits() + "/"
                    + sale.purchasing().open();
            if (!now.equals(last) || !allCame || !allWait) {
                last = now;
                lastChange = Instant.now();
            }
            boolean soldOut = log.paidUnits() >= plan.totalUnits();
            boolean quiet = lastChange.plus(NOTHING_HAPPENS).isBefore(Instant.now());
            if (allCame && allWait && (soldOut || crowd.active() == 0 || quiet)) {
                sale.comebacks().end();
                return;
            }
            Pause.of(Duration.ofMillis(100));
        }
    }

    private String line(OpenSale sale, Crowd crowd) {
        Position position = crowd.position();
        long refused =
                log.refusals().values().stream().mapToLong(Long::longValue).sum();
        long remaining = sale.comebacks().remainingUnits();
        return "%s  %s  %,d of %,d %s · %s · accepted %,d · refused %,d · unknown %,d · paid %,d of %,d units · left %s"
                .formatted(
                        clock(),
                        phase(sale, position),
                        position.done(),
                        position.total(),
                        position.unit(),
                        rate(sale, position),
                        log.accepted(),
                        refused,
                        log.unknown(),
                        log.paidUnits(),
                        plan.totalUnits(),
                        remaining < 0 ? "?" : "%,d".formatted(remaining));
    }

    private static String phase(OpenSale sale, Position position) {
        Duration untilOpen = Duration.between(Instant.now(), sale.opensAt());
        if (untilOpen.isPositive()) {
            return "opens in %d s".formatted(untilOpen.toSeconds() + 1);
        }
        return position.done() < position.total() ? "buying" : "settling";
    }

    private String rate(OpenSale sale, Position position) {
        double seconds = Duration.between(sale.opensAt(), Instant.now()).toMillis() / 1e3;
        if (seconds <= 0) {
            return "%,d requests".formatted(log.requests());
        }
        boolean arriving = position.done() < position.total();
        double share =
                arriving ? position.done() / (double) position.total() : log.paidUnits() / (double) plan.totalUnits();
        double left = share <= 0 ? Double.MAX_VALUE : seconds / share - seconds;
        String eta = left > LONGEST_SALE.toSeconds() ? "?" : "%.0f s".formatted(left);
        return "%,.0f requests/s · ETA %s".formatted(log.requests() / (seconds + WARM_UP.toSeconds()), eta);
    }

    private String clock() {
        long seconds = Duration.between(startedAt, Instant.now()).toSeconds();
        return "%02d:%02d".formatted(seconds / 60, seconds % 60);
    }
}
