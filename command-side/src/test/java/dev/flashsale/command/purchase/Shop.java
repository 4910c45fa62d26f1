package dev.flashsale.command.purchase;

import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.command.stock.StockNode;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.StockId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;

/** One node of the intake over real stocks: phones in several buckets, at most two per shopper. */
final class Shop implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Keys in memory instead of a table. */
    private static final class KeysInMemory extends PurchaseKeys {
        private final Map<String, String> claimed = new HashMap<>();

        KeysInMemory() {
            super(new JdbcTemplate());
        }

        @Override
        Map<String, String> claim(Map<String, String> offerByPurchase) {
            offerByPurchase.forEach(claimed::putIfAbsent);
            Map<String, String> answer = new HashMap<>(claimed);
            answer.keySet().retainAll(offerByPurchase.keySet());
            return answer;
        }
    }

    final CommandGateway gateway;
    final BucketRefill refill;
    final BatchDecision decision;
    final SaleEdges edges;
    private final StockNode node;

    Shop(SharedEvents events) {
        this(events, CLOCK);
    }

    Shop(SharedEvents events, Clock handlersClock) {
        node = new StockNode(events, handlersClock, 20);
        gateway = node.gateway();
        StockCommands commands = new StockCommands(gateway, CLOCK);
        refill = new BucketRefill(commands);
        edges = new SaleEdges(new SimpleMeterRegistry(), new FeedHealth(() -> true));
        new EdgeFeed(node.events(), edges).listen();
        LatchKeeper latches =
                new LatchKeeper(edges, new SaleDirectory(node.events()), new AcceptedBefore(node.events()));
        decision = new BatchDecision(
                commands, refill, new KeysInMemory(), new EventPositions(new JdbcTemplate(), "in memory"), latches);
    }

    /** Fills as many buckets as there are numbers. */
    void allocate(int... units) {
        allocateAtPrice(99_900, units);
    }

    void allocateAtPrice(long priceMinor, int... units) {
        for (int bucket = 0; bucket < units.length; bucket++) {
            Offer phone = new Offer("phone", priceMinor, 2, List.of(new OfferComponent("phone", 1, units.length)));
            Offer kit = new Offer("kit", priceMinor, 2, List.of(new OfferComponent("phone", 1, units.length)));
            gateway.sendAndWait(new AllocateStock(
                    bucket(bucket),
                    units[bucket],
                    "EUR",
                    NOW.minusSeconds(1_800),
                    NOW.plusSeconds(1_800),
                    60_000,
                    List.of(phone, kit),
                    NOW));
        }
    }

    static StockId bucket(int bucket) {
        return new StockId("sale-1", "phone", bucket);
    }

    /** A wish for phones of an item in so many buckets. */
    static Waiting wish(String purchaseId, int quantity, int buckets) {
        return wish(purchaseId, "phone", quantity, buckets);
    }

    static Waiting wish(String purchaseId, String offerId, int quantity, int buckets) {
        return new Waiting(
                new PurchaseRequest(purchaseId, "user-of-" + purchaseId, offerId, quantity, false),
                buckets,
                true,
                new CompletableFuture<>());
    }

    /** A wish of one piece that the edge may refuse. */
    static Waiting refusable(String purchaseId, int buckets) {
        PurchaseRequest request = wish(purchaseId, 1, buckets).request();
        return new Waiting(request, buckets, false, 1, new CompletableFuture<>());
    }

    /** What a shopper hears who asks in bucket 0. */
    Answer buy(Waiting waiting) {
        decision.decide(bucket(0), List.of(waiting));
        return waiting.answer().join();
    }

    /** Where its stocks' events are stored and heard. */
    EventStore events() {
        return node.events();
    }

    @Override
    public void close() {
        node.close();
    }
}
