package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.StockAllocated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The pure core of a purchase, per request: what is left when HTTP, Axon and PostgreSQL are taken away. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class StockBenchmark {
    private static final int BATCH = 256;
    private static final int ALLOCATED_UNITS = 20_000;
    private static final String ITEM = "item";
    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

    private StockState selling = new StockState();
    private StockState soldOut = new StockState();
    private List<PurchaseRequest> requests = List.of();

    /** One stock in the middle of its sale, one without a unit, and a batch of people who have not bought yet. */
    @Setup
    public void prepare() {
        selling = allocated(ALLOCATED_UNITS);
        batch().forEach(request -> decideAndEvolve(selling, request));
        soldOut = allocated(0);
        requests = batch();
    }

    /** Only deciding. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void decide(Blackhole sink) {
        for (PurchaseRequest request : requests) {
            sink.consume(StockDecider.decide(selling, request, NOW));
        }
    }

    /** Deciding that there is nothing left. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void refuse(Blackhole sink) {
        for (PurchaseRequest request : requests) {
            sink.consume(StockDecider.decide(soldOut, request, NOW));
        }
    }

    /** A whole stock sold, batch by batch: deciding, and evolving by what was decided. */
    @Benchmark
    @OperationsPerInvocation(BATCH)
    public void sell(Blackhole sink) {
        if (selling.availableUnits < BATCH) {
            selling = allocated(ALLOCATED_UNITS);
        }
        for (PurchaseRequest request : batch()) {
            sink.consume(decideAndEvolve(selling, request));
        }
    }

    private static Decision decideAndEvolve(StockState stock, PurchaseRequest request) {
        Decision decision = StockDecider.decide(stock, request, NOW);
        if (decision instanceof Decision.Happens happens) {
            stock.evolve(happens.event());
        }
        return decision;
    }

    private static List<PurchaseRequest> batch() {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> UUID.randomUUID().toString())
                .map(id -> new PurchaseRequest(id, "user-" + id, ITEM, 1, false))
                .toList();
    }

    private static StockState allocated(int units) {
        StockState stock = new StockState();
        Offer offer = new Offer(ITEM, 100, 1, List.of(new OfferComponent(ITEM, 1, 1)));
        stock.evolve(new StockAllocated(
                "sale:item:0",
                "sale",
                ITEM,
                0,
                units,
                "EUR",
                NOW.minusSeconds(60),
                NOW.plusSeconds(3_600),
                60_000,
                List.of(offer),
                NOW.minusSeconds(60)));
        return stock;
    }
}
