package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.platform.axon.Commands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has one batch decided by its stock, fetching units from sibling buckets where it falls short, and answers everyone. */
@Component
class BatchDecision {
    private static final int REFILL_ATTEMPTS = 8;

    /** Requests that this bucket alone has too few units for, what it lacks for all, and what the smallest needs. */
    private record Undecided(List<Waiting> requests, int missingUnits, long leastNeededUnits) {}

    private final StockCommands stocks;
    private final BucketRefill refill;
    private final PurchaseKeys keys;
    private final EventPositions positions;
    private final LatchKeeper latches;

    BatchDecision(
            StockCommands stocks,
            BucketRefill refill,
            PurchaseKeys keys,
            EventPositions positions,
            LatchKeeper latches) {
        this.stocks = stocks;
        this.refill = refill;
        this.keys = keys;
        this.positions = positions;
        this.latches = latches;
    }

    /** Answers everyone. When it throws, the outcome is unknown for those without an answer. */
    void decide(StockId stockId, List<Waiting> batch) {
        try {
            long returnsSeen = latches.returnsSeen(stockId);
            Undecided left = round(stockId, withClaimedKeys(withoutTheCertain(stockId, batch)), false, returnsSeen);
            for (int attempt = 0; !left.requests().isEmpty() && attempt < REFILL_ATTEMPTS; attempt++) {
                left = refillAndDecide(stockId, left);
            }
            left.requests().forEach(Waiting::turnAway);
        } catch (RuntimeException e) {
            if (!Commands.isMissingAggregate(e)) {
                throw e;
            }
            // the sale was scheduled a moment ago and its stock is not filled yet: nothing was decided
            batch.forEach(Waiting::turnAway);
        }
    }

    /** While they waited, the last unit may have gone: what is certain needs no stock and no event. */
    private List<Waiting> withoutTheCertain(StockId stockId, List<Waiting> batch) {
        List<Waiting> left = new ArrayList<>(batch.size());
        for (Waiting waiting : batch) {
            if (latches.isShutFor(stockId, waiting)) {
                waiting.answer().complete(new Answer.RefusedAtTheEdge(waiting.purchaseId(), Refusal.SOLD_OUT));
            } else {
                left.add(waiting);
            }
        }
        return left;
    }

    private List<Waiting> withClaimedKeys(List<Waiting> batch) {
        Map<String, String> offerByPurchase = new HashMap<>();
        batch.stream()
                .filter(Waiting::keyNeedsClaim)
                .forEach(waiting -> offerByPurchase.putIfAbsent(
                        waiting.purchaseId(), waiting.request().offerId()));
        if (offerByPurchase.isEmpty()) {
            return batch;
        }
        Map<String, String> claimedOffers = keys.claim(offerByPurchase);
        List<Waiting> ours = new ArrayList<>(batch.size());
        for (Waiting waiting : batch) {
            String offerId = waiting.request().offerId();
            if (!claimedOffers.getOrDefault(waiting.purchaseId(), offerId).equals(offerId)) {
                waiting.answer().complete(new Answer.KeyReused(waiting.purchaseId()));
            } else {
                ours.add(waiting);
            }
        }
        return ours;
    }

    private Undecided refillAndDecide(StockId stockId, Undecided left) {
        int buckets = left.requests().getFirst().buckets();
        long returnsSeen = latches.returnsSeen(stockId);
        return switch (refill.refill(stockId, buckets, left.missingUnits(), left.leastNeededUnits())) {
            case REFILLED -> round(stockId, left.requests(), false, returnsSeen);
            case EXHAUSTED -> round(stockId, left.requests(), true, returnsSeen);
            case UNSETTLED -> left;
        };
    }

    /** Decides the batch and answers it, but for those that this bucket has too few units for. */
    private Undecided round(StockId stockId, List<Waiting> batch, boolean siblingsExhausted, long returnsSeen) {
        if (batch.isEmpty()) {
            return new Undecided(batch, 0, 0);
        }
        List<PurchaseRequest> requests =
                batch.stream().map(waiting -> waiting.asking(siblingsExhausted)).toList();
        List<PurchaseOutcome> outcomes = stocks.reserve(stockId, requests);
        for (int i = 0; i < batch.size(); i++) {
            teachTheEdge(stockId, batch.get(i), outcomes.get(i), returnsSeen);
        }
        Map<Long, Long> indexes = positions.globalIndexes(stockId, acceptedAt(outcomes));
        List<Waiting> undecided = new ArrayList<>();
        long missingUnits = 0;
        long leastNeededUnits = Long.MAX_VALUE;
        for (int i = 0; i < batch.size(); i++) {
            Waiting waiting = batch.get(i);
            switch (outcomes.get(i)) {
                case PurchaseOutcome.Reserved reserved ->
                    waiting.answer()
                            .complete(new Answer.Accepted(
                                    reserved.purchaseId(),
                                    stockId,
                                    reserved.sequenceNumber(),
                                    indexes.get(reserved.sequenceNumber())));
                case PurchaseOutcome.Refused refused ->
                    waiting.answer().complete(new Answer.Refused(refused.purchaseId(), refused.reason()));
                case PurchaseOutcome.KeyReused reused ->
                    waiting.answer().complete(new Answer.KeyReused(reused.purchaseId()));
                case PurchaseOutcome.Undecidable failed ->
                    waiting.answer()
                            .completeExceptionally(new IllegalStateException("undecidable: " + failed.purchaseId()));
                case PurchaseOutcome.Short tooFew -> {
                    undecided.add(waiting);
                    missingUnits += tooFew.missingUnits();
                    leastNeededUnits = Math.min(leastNeededUnits, tooFew.neededUnits());
                }
            }
        }
        return new Undecided(undecided, (int) Math.min(missingUnits, Integer.MAX_VALUE), leastNeededUnits);
    }

    /** Before anyone is answered: who hears "accepted" may ask again at once. */
    private void teachTheEdge(StockId stockId, Waiting waiting, PurchaseOutcome outcome, long returnsSeen) {
        switch (outcome) {
            case PurchaseOutcome.Reserved reserved -> latches.accepted(stockId, reserved.purchaseId());
            case PurchaseOutcome.Refused refused -> latches.refused(stockId, waiting, refused, returnsSeen);
            default -> {
                // says nothing about others
            }
        }
    }

    private static List<Long> acceptedAt(List<PurchaseOutcome> outcomes) {
        List<Long> sequenceNumbers = new ArrayList<>();
        for (PurchaseOutcome outcome : outcomes) {
            if (outcome instanceof PurchaseOutcome.Reserved reserved) {
                sequenceNumbers.add(reserved.sequenceNumber());
            }
        }
        return sequenceNumbers;
    }
}
