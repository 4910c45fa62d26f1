package dev.flashsale.bench.ours;

import dev.flashsale.analysis.audit.AuditOptions;
import dev.flashsale.analysis.audit.AuditReport;
import dev.flashsale.analysis.audit.ClientLog;
import dev.flashsale.analysis.audit.ItemReport;
import dev.flashsale.analysis.audit.SaleReport;
import dev.flashsale.analysis.store.EventSource;
import dev.flashsale.analysis.store.PostgresSource;
import dev.flashsale.analysis.verify.Verification;
import dev.flashsale.bench.machine.Machine;
import dev.flashsale.bench.subject.Http;
import dev.flashsale.bench.subject.Sale;
import dev.flashsale.bench.subject.Shop;
import dev.flashsale.bench.subject.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The product under test, asked through its public API only. */
public final class Product implements Shop {
    private static final Duration UNTIL_OPENING = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BUCKETS = 1;

    private final Target target;

    private Product(Target target) {
        this.target = target;
    }

    /** Starts it on this directory, and waits until it calls itself ready: it may warm up before. */
    public static Product start(Path data, Machine machine, List<String> options)
            throws IOException, InterruptedException {
        Target target = Target.start(ProductServer.class, data, machine, options);
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Http.get(target, "/actuator/health/readiness")
                .path("status")
                .asString("")
                .equals("UP")) {
            if (Instant.now().isAfter(deadline)) {
                target.close();
                throw new IOException("the server does not get ready");
            }
            Thread.sleep(50);
        }
        return new Product(target);
    }

    @Override
    public void settle() throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Http.text(target, "/actuator/prometheus").contains("flashsale_warmup_settled 1.0")) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("the server does not end its warm-up");
            }
            Thread.sleep(500);
        }
    }

    @Override
    public Sale open(int units) throws IOException, InterruptedException {
        Instant opensAt = Instant.now().plus(UNTIL_OPENING);
        String saleId = schedule(units, opensAt, "null").saleId();
        Instant deadline = opensAt.plus(PATIENCE);
        while (!isOpen(Http.get(target, "/api/sales/" + saleId), units)) {
            if (Instant.now().isAfter(deadline)) {
                throw new IOException("the sale does not open");
            }
            Thread.sleep(50);
        }
        return new Sale(saleId, units, target);
    }

    /**
     * Schedules a sale, and does not wait for its opening.
     *
     * @param admission the JSON of what its gate demands, or null
     */
    public Sale schedule(int units, Instant opensAt, String admission) throws IOException, InterruptedException {
        String plan = """
                {"title":"Benchmark","currency":"EUR","opensAt":"%s","closesAt":"%s","paymentWindowSeconds":3600,
                 "items":[{"itemId":"item","title":"Item","listPriceMinor":1000,"salePriceMinor":100,"units":%d,
                           "limitPerUser":1,"buckets":%d}],
                 "admission":%s}""".formatted(opensAt, opensAt.plus(Duration.ofHours(2)), units, BUCKETS, admission);
        String saleId =
                Http.post(target, "/api/admin/sales", plan, 201).path("saleId").asString();
        return new Sale(saleId, units, target);
    }

    private static boolean isOpen(JsonNode sale, int units) {
        JsonNode item = sale.path("items").path(0);
        return item.path("status").asString("").equals("OPEN")
                && item.path("remainingUnits").asInt() == units;
    }

    @Override
    public String countOrders() {
        return "select count(*) from purchase_order where sale_id = ?";
    }

    /** The same audit as {@code verify}, over every event of the store. */
    @Override
    public String audit(Sale sale, Collection<String> accepted) throws SQLException, IOException {
        try (EventSource source = PostgresSource.on(target.database())) {
            AuditReport report = Verification.of(source, AuditOptions.of(false), ClientLog.ofAccepted(accepted));
            long promised = report.sale(sale.saleId()).map(Product::promised).orElse(0L);
            if (!report.holds()) {
                return report.verdict();
            }
            return promised == accepted.size()
                    ? ""
                    : promised + " purchases are stored, " + accepted.size() + " were told that they are";
        }
    }

    private static long promised(SaleReport sale) {
        return sale.sum(ItemReport::reservedEver);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public void close() throws IOException {
        target.close();
    }
}
