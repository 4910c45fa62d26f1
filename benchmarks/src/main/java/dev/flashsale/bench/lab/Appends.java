package dev.flashsale.bench.lab;

import dev.flashsale.bench.machine.Machine;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseOutcomes;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReserveStock;
import dev.flashsale.kernel.stock.StockId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;

/** The product's append: one command with a batch of requests, the real stock, one commit. Beside it the rows alone. */
final class Appends {
    /** Events per second through the stock. */
    public static final String COMMANDS = "commands";

    /** Rows per second without it. */
    public static final String ROWS = "rows";

    static final int BATCH = 256;

    private static final int UNITS = 1_000_000;
    private static final String ITEM = "item";

    private final CommandGateway commands;
    private final Duration time;
    private final StockId stock = new StockId(UUID.randomUUID().toString(), ITEM, 0);
    private long purchases;

    private Appends(CommandGateway commands, Duration time) {
        this.commands = commands;
        this.time = time;
    }

    static void measure(Lab.Task task) throws Exception {
        // the command side's own followers (sale edges, paid purchases) are no part of an append
        task.product()
                .getBean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
        CommandGateway commands = task.product().getBean(CommandGateway.class);
        Duration time = Duration.ofSeconds(task.seconds());
        try (RawRows raw = new RawRows(task.product().getBean(DataSource.class), time)) {
            int warmUpRounds = (int) Math.max(1, task.warmUp().toSeconds() / task.seconds());
            for (int round = -warmUpRounds; round < task.rounds(); round++) {
                Appends appends = new Appends(commands, time);
                appends.allocate();
                Machine.Watch watch = task.lab().watch();
                double ours = appends.eventsPerSecond();
                if (round >= 0) {
                    task.lab().tell(COMMANDS, ours, watch);
                }
                Machine.Watch rawWatch = task.lab().watch();
                double rows = raw.rowsPerSecond(appends.stock.toString());
                if (round >= 0) {
                    task.lab().tell(ROWS, rows, rawWatch);
                }
            }
        }
    }

    private void allocate() {
        Instant now = Instant.now();
        Offer offer = new Offer(ITEM, 100, 1, List.of(new OfferComponent(ITEM, 1, 1)));
        Object unused = commands.sendAndWait(new AllocateStock(
                stock,
                UNITS,
                "EUR",
                now.minusSeconds(60),
                now.plus(Duration.ofHours(2)),
                Duration.ofHours(1).toMillis(),
                List.of(offer),
                now));
    }

    private double eventsPerSecond() {
        long began = System.nanoTime();
        long before = purchases;
        while (System.nanoTime() - began < time.toNanos()) {
            Instant now = Instant.now();
            PurchaseOutcomes outcomes =
                    commands.sendAndWait(new ReserveStock(stock, batch(), now, now.plusSeconds(10)));
            if (outcomes.expired() || outcomes.outcomes().size() != BATCH) {
                throw new IllegalStateException("the stock did not decide: " + outcomes);
            }
        }
        return (purchases - before) * 1e9 / (System.nanoTime() - began);
    }

    private List<PurchaseRequest> batch() {
        List<PurchaseRequest> requests = new ArrayList<>(BATCH);
        for (int i = 0; i < BATCH; i++) {
            String id = new UUID(0x8000L, 0x8000_0000_0000_0000L | purchases++).toString();
            requests.add(new PurchaseRequest(id, "shopper-" + purchases, ITEM, 1, false));
        }
        return requests;
    }
}
