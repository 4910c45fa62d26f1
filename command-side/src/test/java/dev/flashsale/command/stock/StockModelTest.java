package dev.flashsale.command.stock;

import static dev.flashsale.command.stock.StockScene.NOON;
import static dev.flashsale.command.stock.StockScene.PHONES;
import static dev.flashsale.command.stock.StockScene.T0;
import static dev.flashsale.command.stock.StockScene.T1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockAdded;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReleased;
import dev.flashsale.kernel.stock.StockReserved;
import dev.flashsale.kernel.stock.StockTransferReceived;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.StockWithdrawn;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.platform.axon.Serialization;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A bucket does what a much simpler one does, whatever is asked of it, and units are never made or lost. */
class StockModelTest {
    private static final ObjectMapper STORED = Serialization.storedJson();
    private static final StockId SIBLING = new StockId("sale-1", "phone", 1);
    private static final List<String> OFFERS =
            List.of("phone", "phone", "phone", "phone", "phone", "phone", "kit", "kit", "tablet");
    private static final List<Instant> MOMENTS =
            List.of(T0.minusMillis(1), T0, NOON, NOON, NOON, NOON, NOON, NOON, NOON, NOON, T1.minusMillis(1), T1);
    private static final int SEEDS = 1_000;
    private static final int STEPS = 200;

    @Test
    void aBucketDoesWhatTheModelDoes() throws IOException {
        long first = Long.getLong("seed", System.nanoTime());
        System.out.println("StockModelTest: rerun with -Dseed=" + first);
        for (long seed = first; seed < first + SEEDS; seed++) {
            try {
                run(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("failed with seed " + seed, e);
            }
        }
    }

    private static void run(Random random) throws IOException {
        // given a small stock, so that it often runs out
        int units = random.nextInt(30);
        int buckets = 1 + random.nextInt(2);
        Bucket bucket = Bucket.of(StockScene.allocate(units, buckets));
        NaiveStock model = new NaiveStock(units, buckets);
        for (int step = 0; step < STEPS; step++) {
            // when something happens to both, then both answer alike and stand alike
            sameAnswers(random, bucket, model);
            sameLevels(bucket, model);
            if (random.nextInt(100) == 0) {
                bucket.state = storedAndRead(bucket.state);
            }
        }
        // and the history alone leads to the same state, snapshots in between or not
        StockState replayed = new StockState();
        bucket.history.forEach(replayed::evolve);
        assertThat(STORED.<JsonNode>valueToTree(replayed)).isEqualTo(STORED.<JsonNode>valueToTree(bucket.state));
    }

    private static void sameAnswers(Random random, Bucket bucket, NaiveStock model) {
        String purchaseId = "p" + random.nextInt(120);
        String movement = "m" + random.nextInt(60);
        int few = random.nextInt(8) - 1;
        switch (random.nextInt(20)) {
            case 0, 1 -> assertThat(bucket.confirm(purchaseId, NOON)).isEqualTo(model.confirm(purchaseId));
            case 2, 3, 4 -> assertThat(bucket.release(purchaseId, NOON)).isEqualTo(model.release(purchaseId));
            case 5 ->
                assertThat(bucket.add(new AddUnits(PHONES, movement, few, NOON)))
                        .isEqualTo(model.come(movement, few));
            case 6 ->
                assertThat(bucket.receive(new ReceiveTransfer(PHONES, SIBLING, movement, few, NOON)))
                        .isEqualTo(model.come(movement, few));
            case 7 ->
                assertThat(bucket.send(new TransferStock(PHONES, SIBLING, movement, few, NOON)))
                        .isEqualTo(model.send(movement, few));
            case 8 -> sometimesWithdraw(random, bucket, model);
            case 9 ->
                assertThat(StockDecider.overdue(bucket.state, T1.plusSeconds(1)))
                        .isEqualTo(model.held());
            default -> {
                Instant at = MOMENTS.get(random.nextInt(MOMENTS.size()));
                PurchaseRequest wish = wish(random, purchaseId);
                assertThat(bucket.buy(wish, at)).isEqualTo(model.buy(wish, at));
            }
        }
    }

    private static void sometimesWithdraw(Random random, Bucket bucket, NaiveStock model) {
        if (random.nextInt(20) == 0) {
            Refusal refusal = random.nextBoolean() ? Refusal.ENDED : Refusal.CANCELLED;
            bucket.withdraw(refusal);
            model.withdraw(refusal);
        }
    }

    private static PurchaseRequest wish(Random random, String purchaseId) {
        return new PurchaseRequest(
                purchaseId,
                "user-" + random.nextInt(15),
                OFFERS.get(random.nextInt(OFFERS.size())),
                random.nextInt(8) == 0 ? random.nextInt(6) - 1 : 1,
                random.nextBoolean());
    }

    private static void sameLevels(Bucket bucket, NaiveStock model) {
        StockState state = bucket.state;
        assertThat((long) state.availableUnits).isEqualTo(model.available()).isNotNegative();
        assertThat((long) state.reservedUnits).isEqualTo(model.heldUnits()).isNotNegative();
        assertThat((long) state.soldUnits).isEqualTo(model.soldUnits()).isNotNegative();
        assertThat(state.version + 1).isEqualTo(bucket.history.size()).isEqualTo(model.events());
        assertThat(toldBy(bucket.history.getLast(), state.availableUnits)).isEqualTo(state.availableUnits);
        state.piecesHeld.forEach((holding, pieces) -> {
            String[] offerAndUser = holding.split("\\|", 2);
            assertThat((long) pieces)
                    .isPositive()
                    .isLessThanOrEqualTo(offerAndUser[0].equals("kit") ? 1 : 2)
                    .isEqualTo(model.pieces(offerAndUser[1], offerAndUser[0]));
        });
    }

    private static StockState storedAndRead(StockState state) throws IOException {
        StockState read = STORED.readValue(STORED.writeValueAsBytes(state), StockState.class);
        assertThat(STORED.<JsonNode>valueToTree(read)).isEqualTo(STORED.<JsonNode>valueToTree(state));
        return read;
    }

    /** What the event says is available now, where it says it. */
    private static int toldBy(StockEvent event, int otherwise) {
        return switch (event) {
            case StockAllocated e -> e.units();
            case StockReserved e -> e.availableUnits();
            case StockReleased e -> e.availableUnits();
            case StockAdded e -> e.availableUnits();
            case StockTransferred e -> e.availableUnits();
            case StockTransferReceived e -> e.availableUnits();
            case PurchaseRefused e -> otherwise;
            case ReservationConfirmed e -> otherwise;
            case StockWithdrawn e -> otherwise;
        };
    }
}
