package dev.flashsale.whatif;

import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
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
import dev.flashsale.whatif.Verdict.Fate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through the record under a policy: whoever is decided as recorded goes on as recorded, the others do not. */
final class Simulation {
    private final World world;
    private final Policy policy;
    private final Recording recording;
    private final Map<Long, Integer> unseen;
    private final @Nullable RateCap cap;
    private final Map<String, SimulatedPurchase> purchases = new LinkedHashMap<>();
    private final PriorityQueue<SimulatedPurchase> waiting =
            new PriorityQueue<>(Comparator.comparing(SimulatedPurchase::payBy));
    private final Set<String> getThrough = new HashSet<>();
    private final List<Course.Difference> differences = new ArrayList<>();

    private Simulation(Recording recording, Map<Long, Integer> unseen, Policy policy) {
        this.recording = recording;
        this.unseen = unseen;
        this.policy = policy;
        this.world = new World(recording, policy);
        this.cap = policy.attemptsPerSecond() == null ? null : new RateCap(policy.attemptsPerSecond());
    }

    static Course run(Recording recording, Map<Long, Integer> unseen, Policy policy) {
        Simulation simulation = new Simulation(recording, unseen, policy);
        recording.steps().forEach(simulation::step);
        simulation.expireUntil(Instant.MAX);
        List<Verdict> verdicts = simulation.purchases.values().stream()
                .map(SimulatedPurchase::verdict)
                .toList();
        return new Course(verdicts, simulation.differences, simulation.world.soldUnits());
    }

    private void step(Recording.Step step) {
        switch (step) {
            case Recording.TurnedAway turnedAway -> {
                expireUntil(turnedAway.attempt().at());
                turnedAway(turnedAway.attempt());
            }
            case Recording.Happened happened -> {
                expireUntil(happened.event().at());
                again(happened);
            }
        }
    }

    private void again(Recording.Happened happened) {
        switch (happened.event()) {
            case StockAllocated e -> world.allocate(e);
            case StockReserved e -> recording.attempt(happened).ifPresent(this::attempt);
            case PurchaseRefused e -> recording.attempt(happened).ifPresent(this::attempt);
            case ReservationConfirmed e -> confirmed(e);
            case StockReleased e -> released(e);
            case StockAdded e -> world.add(e);
            case StockWithdrawn e -> world.withdraw(e);
            case StockTransferred e -> world.transfer(e);
            case StockTransferReceived e -> world.receive(e);
        }
    }

    /**
     * The edge says "sold out" as long as there is nothing; where there is something now, the stock is asked. Who gets
     * through would not have come again, so later requests of the same user at the edge stay as they were.
     */
    private void turnedAway(Attempt attempt) {
        if (attempt.atTheGate()) {
            // no rule of a stock says what the gate would have said, so it says what it said
            SimulatedPurchase purchase = new SimulatedPurchase(attempt);
            purchases.put("edge" + attempt.index(), purchase);
            purchase.refused(attempt.decision());
            return;
        }
        boolean unheard = cap != null && !cap.admits(attempt.userId(), attempt.at());
        boolean open = attempt.decision().equals(Refusal.SOLD_OUT.name())
                && world.units(attempt.stockId().itemId()) > unseen.getOrDefault(attempt.index(), 0)
                && !recording.wasDecided(attempt.purchaseId())
                && !getThrough.contains(attempt.userId())
                && !purchases.containsKey(attempt.purchaseId());
        SimulatedPurchase purchase = new SimulatedPurchase(attempt);
        purchases.put(open ? attempt.purchaseId() : "edge" + attempt.index(), purchase);
        if (unheard) {
            purchase.refused(Verdict.RATE_LIMITED);
            differ(purchase, attempt, Verdict.RATE_LIMITED);
        } else if (open) {
            ask(purchase, attempt);
        } else {
            purchase.refused(attempt.decision());
        }
    }

    private void attempt(Attempt attempt) {
        SimulatedPurchase known = purchases.get(attempt.purchaseId());
        if (attempt.leads() && known == null) {
            SimulatedPurchase purchase = new SimulatedPurchase(attempt);
            purchases.put(attempt.purchaseId(), purchase);
            if (cap == null || cap.admits(attempt.userId(), attempt.at())) {
                ask(purchase, attempt);
            } else {
                purchase.refused(Verdict.RATE_LIMITED);
                differ(purchase, attempt, Verdict.RATE_LIMITED);
            }
        } else if (!attempt.leads() && known != null && known.goesAsRecorded()) {
            ask(known, attempt);
        }
    }

    private void ask(SimulatedPurchase purchase, Attempt attempt) {
        Optional<StockEvent> decided =
                world.decide(world.stockOf(attempt), attempt, attempt.at(), unseen.getOrDefault(attempt.index(), 0));
        switch (decided.orElseThrow(() -> new IllegalStateException("decided twice: " + attempt))) {
            case StockReserved reserved -> {
                purchase.reserved(reserved);
                if (!attempt.reserved()) {
                    differ(purchase, attempt, Verdict.RESERVED);
                    getThrough.add(attempt.userId());
                    complete(purchase, reserved);
                }
            }
            case PurchaseRefused refused -> {
                String reason = refused.reason().name();
                boolean asRecorded = reason.equals(attempt.refusal());
                if (!asRecorded) {
                    differ(purchase, attempt, reason);
                }
                refuse(purchase, attempt, reason);
            }
            default -> throw new IllegalStateException("not a decision: " + attempt);
        }
    }

    private void refuse(SimulatedPurchase purchase, Attempt attempt, String reason) {
        if (attempt.leads()) {
            purchase.refused(reason);
            return;
        }
        purchase.end(Fate.INCOMPLETE);
        if (!purchase.goesAsRecorded()) {
            giveBack(purchase, ReleaseReason.BUNDLE_INCOMPLETE, attempt.at());
        }
    }

    private void differ(SimulatedPurchase purchase, Attempt attempt, String decision) {
        // a refusal for another reason ends as it ended
        purchase.leaveTheRecord();
        differences.add(new Course.Difference(attempt, decision));
    }

    /** Somebody who has no recorded future: gets what is missing of a bundle now, and then pays or not, as assumed. */
    private void complete(SimulatedPurchase purchase, StockReserved last) {
        for (OfferComponent component : last.components()) {
            if (!purchase.holds(component.itemId())) {
                StockId id = StockId.of(last.saleId(), component.itemId(), last.userId(), component.buckets());
                if (world.decide(id, purchase.attempt(), last.at(), 0).orElse(null) instanceof StockReserved more) {
                    purchase.reserved(more);
                } else {
                    purchase.end(Fate.INCOMPLETE);
                    giveBack(purchase, ReleaseReason.BUNDLE_INCOMPLETE, last.at());
                    return;
                }
            }
        }
        if (policy.newWinners() == NewWinners.PAY) {
            purchase.held().values().forEach(id -> world.confirm(id, last.purchaseId(), last.at()));
            purchase.end(Fate.PAID);
        } else {
            waiting.add(purchase);
        }
    }

    private void expireUntil(Instant now) {
        while (!waiting.isEmpty() && !waiting.element().payBy().isAfter(now)) {
            SimulatedPurchase late = waiting.remove();
            giveBack(late, ReleaseReason.EXPIRED, late.payBy());
            late.end(Fate.GIVEN_BACK);
        }
    }

    private void giveBack(SimulatedPurchase purchase, ReleaseReason reason, Instant at) {
        purchase.held()
                .values()
                .forEach(id -> world.release(id, purchase.attempt().purchaseId(), reason, at));
    }

    private void confirmed(ReservationConfirmed e) {
        SimulatedPurchase purchase = purchases.get(e.purchaseId());
        if (purchase != null && purchase.goesAsRecorded()) {
            StockId id = purchase.held().get(e.itemId());
            if (id != null && world.confirm(id, e.purchaseId(), e.at())) {
                purchase.end(Fate.PAID);
            }
        }
    }

    private void released(StockReleased e) {
        SimulatedPurchase purchase = purchases.get(e.purchaseId());
        if (purchase != null && purchase.goesAsRecorded()) {
            StockId id = purchase.held().get(e.itemId());
            if (id != null) {
                world.release(id, e.purchaseId(), e.reason(), e.at());
                purchase.end(e.reason() == ReleaseReason.BUNDLE_INCOMPLETE ? Fate.INCOMPLETE : Fate.GIVEN_BACK);
            }
        }
    }
}
