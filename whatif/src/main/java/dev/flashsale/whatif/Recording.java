package dev.flashsale.whatif;

import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReserved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happened to the stocks of one sale, in the order of the store. */
final class Recording {
    /** What the record holds, one thing after the other. */
    sealed interface Step {}

    /** An event and its position among all events. */
    record Happened(long index, StockEvent event) implements Step {}

    /** A request that was refused before a stock could decide. */
    record TurnedAway(Attempt attempt) implements Step {}

    private final String saleId;
    private final List<Happened> events = new ArrayList<>();
    private final List<Attempt> turnedAway = new ArrayList<>();
    private final Set<String> decided = new HashSet<>();
    private int unclear;
    private long lost;
    private final Map<String, Offer> offers = new HashMap<>();
    private final Map<String, Integer> units = new HashMap<>();
    private final Map<String, Integer> buckets = new HashMap<>();
    private String currency = "";

    Recording(String saleId) {
        this.saleId = saleId;
    }

    void add(long index, StockEvent event) {
        Happened happened = new Happened(index, event);
        events.add(happened);
        attempt(happened).ifPresent(attempt -> decided.add(attempt.purchaseId()));
        if (event instanceof StockAllocated e) {
            currency = e.currency();
            e.offers().forEach(offer -> offers.put(offer.offerId(), offer));
            units.merge(e.itemId(), e.units(), Integer::sum);
            buckets.merge(e.itemId(), e.bucket() + 1, Math::max);
        }
    }

    String saleId() {
        return saleId;
    }

    String currency() {
        return currency;
    }

    /**
     * Takes in a request that was refused without an event, after all events and in the order of time. One that does not say
     * who wanted what is only counted.
     */
    void addTurnedAway(dev.flashsale.kernel.attempt.Attempt refused) {
        Offer offer = refused.offerId() == null ? null : offers.get(refused.offerId());
        if (offer == null || refused.userId() == null || refused.purchaseId() == null || refused.quantity() < 1) {
            unclear++;
            return;
        }
        String itemId = offer.components().getFirst().itemId();
        turnedAway.add(new Attempt(
                -1L - turnedAway.size(),
                refused.at(),
                StockId.of(saleId, itemId, refused.userId(), bucketsOf(itemId)),
                refused.purchaseId(),
                refused.userId(),
                offer.offerId(),
                refused.quantity(),
                refused.reason(),
                true));
    }

    /** Everything in order; between events, requests that were turned away come where their instants put them. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>(events.size() + turnedAway.size());
        int next = 0;
        for (Happened happened : events) {
            while (next < turnedAway.size()
                    && turnedAway.get(next).at().isBefore(happened.event().at())) {
                steps.add(new TurnedAway(turnedAway.get(next++)));
            }
            steps.add(happened);
        }
        turnedAway.subList(next, turnedAway.size()).forEach(attempt -> steps.add(new TurnedAway(attempt)));
        return steps;
    }

    /** Whether a stock decided this purchase at some time: then its shopper came again. */
    boolean wasDecided(String purchaseId) {
        return decided.contains(purchaseId);
    }

    /** Requests turned away at the edge that do not say who wanted what. */
    int unclear() {
        return unclear;
    }

    /** So many requests that were turned away were not kept, of this sale or another. */
    void lost(long requests) {
        lost = requests;
    }

    long lost() {
        return lost;
    }

    /** Requests turned away at the edge that can be asked about. */
    int turnedAway() {
        return turnedAway.size();
    }

    /** Requests that the sale's admission turned away. */
    long atTheGate() {
        return turnedAway.stream().filter(Attempt::atTheGate).count();
    }

    /** Items and bundles that were on sale. */
    List<String> offerIds() {
        return offers.keySet().stream().sorted().toList();
    }

    /** Units that all buckets of the item were filled with at the beginning. */
    int unitsOf(String itemId) {
        return units.getOrDefault(itemId, 0);
    }

    int bucketsOf(String itemId) {
        return buckets.getOrDefault(itemId, 1);
    }

    /** The request that an event decided, if it decided one. */
    Optional<Attempt> attempt(Happened happened) {
        return Attempt.of(happened.index(), happened.event(), leads(happened.event()));
    }

    /** A request for an unknown offer can only be a shopper's. */
    private boolean leads(StockEvent event) {
        String offerId = switch (event) {
            case StockReserved e -> e.offerId();
            case PurchaseRefused e -> e.offerId();
            default -> "";
        };
        Offer offer = offers.get(offerId);
        return offer == null || offer.ledBy(event.itemId());
    }
}
