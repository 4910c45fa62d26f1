package dev.flashsale.analysis.audit;

import dev.flashsale.kernel.order.UnappliedReason;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Tells a random sale that breaks no rule: bundles, buckets, transfers, expiry and resale, late money, all mixed. */
final class LegalSale {
    private enum Stage {
        HALF_RESERVED,
        RESERVED,
        ORDERED,
        PAID,
        EXPIRED,
        PAID_LATE
    }

    private record Live(String purchaseId, String userId, String offerId, Stage stage, Instant payBy) {
        Live at(Stage next) {
            return new Live(purchaseId, userId, offerId, next, payBy);
        }
    }

    private static final String SET = "set";
    private static final int LIMIT = 2;

    private final Random random;
    private final ToldSale sale = new ToldSale();
    private final int buckets;
    private final Map<String, Live> live = new LinkedHashMap<>();
    private final Map<String, Integer> pieces = new HashMap<>();
    private final List<Runnable> onTheirWay = new ArrayList<>();
    private int purchases;

    LegalSale(long seed) {
        random = new Random(seed);
        buckets = 1 + random.nextInt(4);
        sale.offer("pen", 500, LIMIT, new OfferComponent("pen", 1, buckets));
        sale.offer("pad", 700, LIMIT, new OfferComponent("pad", 1, 1));
        sale.offer(SET, 1_500, LIMIT, new OfferComponent("pen", 2, buckets), new OfferComponent("pad", 1, 1));
        for (int bucket = 0; bucket < buckets; bucket++) {
            sale.allocate("pen", bucket, random.nextInt(12));
        }
        sale.allocate("pad", 0, 3 + random.nextInt(8));
    }

    History tell(int steps) {
        for (int step = 0; step < steps; step++) {
            sale.pass(Duration.ofMillis(random.nextInt(3_000)));
            live.values().stream()
                    .filter(p -> !p.payBy().isAfter(sale.now()))
                    .toList()
                    .forEach(this::settle);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> request();
                case 3 -> send();
                case 4 -> arrive();
                default -> any().ifPresent(this::advance);
            }
            if (random.nextInt(60) == 0) {
                sale.add("more-" + step, "pad", 0, 1 + random.nextInt(2));
            }
        }
        while (!onTheirWay.isEmpty()) {
            arrive();
        }
        List.copyOf(live.values()).forEach(this::settle);
        return sale.history();
    }

    private void request() {
        String offerId = List.of("pen", "pad", SET).get(random.nextInt(3));
        String userId = "user-" + random.nextInt(20);
        String itemId = offerId.equals("pad") ? "pad" : "pen";
        String purchaseId = "p-" + purchases++;
        int bucket = bucketOf(itemId, userId);
        int units = offerId.equals(SET) ? 2 : 1;
        if (pieces.getOrDefault(offerId + userId, 0) == LIMIT) {
            sale.refuse(purchaseId, userId, offerId, 1, itemId, bucket, Refusal.LIMIT_EXCEEDED);
        } else if (sale.availableIn(itemId, bucket) >= units) {
            sale.reserve(purchaseId, userId, offerId, 1, itemId, bucket);
            pieces.merge(offerId + userId, 1, Integer::sum);
            Stage stage = offerId.equals(SET) ? Stage.HALF_RESERVED : Stage.RESERVED;
            live.put(
                    purchaseId,
                    new Live(purchaseId, userId, offerId, stage, sale.now().plus(ToldStock.PAYMENT_WINDOW)));
        } else if (itemId.equals("pad") || nothingElsewhere(bucket)) {
            sale.refuse(purchaseId, userId, offerId, 1, itemId, bucket, Refusal.SOLD_OUT);
        }
    }

    private boolean nothingElsewhere(int own) {
        boolean empty = onTheirWay.isEmpty();
        for (int bucket = 0; bucket < buckets; bucket++) {
            empty &= bucket == own || sale.availableIn("pen", bucket) == 0;
        }
        return empty;
    }

    private int bucketOf(String itemId, String userId) {
        return itemId.equals("pad")
                ? 0
                : StockId.of(ToldStock.SALE, itemId, userId, buckets).bucket();
    }

    private void send() {
        int from = random.nextInt(buckets);
        int to = random.nextInt(buckets);
        int units = sale.availableIn("pen", from);
        if (from != to && units > 0) {
            String transferId = "t-" + sale.history().events().size();
            sale.send(transferId, "pen", from, to, units);
            onTheirWay.add(() -> sale.receive(transferId, "pen", from, to, units));
        }
    }

    private void arrive() {
        if (!onTheirWay.isEmpty()) {
            onTheirWay.removeFirst().run();
        }
    }

    private Optional<Live> any() {
        Iterator<Live> all = live.values().iterator();
        for (int skip = live.isEmpty() ? 0 : random.nextInt(live.size()); skip > 0; skip--) {
            all.next();
        }
        return live.isEmpty() ? Optional.empty() : Optional.of(all.next());
    }

    private void advance(Live p) {
        switch (p.stage()) {
            case HALF_RESERVED -> complete(p);
            case RESERVED -> {
                sale.order(p.purchaseId());
                live.put(p.purchaseId(), p.at(Stage.ORDERED));
            }
            case ORDERED -> {
                if (random.nextInt(4) == 0) {
                    sale.cancel(p.purchaseId());
                    giveBack(p, ReleaseReason.CANCELLED);
                } else if (random.nextBoolean()) {
                    sale.pay(p.purchaseId());
                    live.put(p.purchaseId(), p.at(Stage.PAID));
                }
            }
            case PAID -> {
                sale.confirm(p.purchaseId());
                live.remove(p.purchaseId());
            }
            case EXPIRED -> giveBack(p, ReleaseReason.EXPIRED);
            case PAID_LATE -> {
                sale.refund(p.purchaseId());
                giveBack(p, ReleaseReason.EXPIRED);
            }
        }
    }

    private void complete(Live p) {
        if (sale.availableIn("pad", 0) > 0) {
            sale.reserve(p.purchaseId(), p.userId(), SET, 1, "pad", 0);
            live.put(p.purchaseId(), p.at(Stage.RESERVED));
        } else {
            sale.refuse(p.purchaseId(), p.userId(), SET, 1, "pad", 0, Refusal.SOLD_OUT);
            giveBack(p, ReleaseReason.BUNDLE_INCOMPLETE);
        }
    }

    /** Brings a purchase whose payment window has passed to its end. */
    private void settle(Live p) {
        if (p.stage() == Stage.PAID) {
            advance(p);
        } else {
            sale.expire(p.purchaseId(), p.stage() == Stage.ORDERED);
            boolean late = p.stage() == Stage.ORDERED && random.nextInt(3) == 0;
            if (late) {
                sale.payInVain(p.purchaseId(), UnappliedReason.TOO_LATE);
            }
            advance(p.at(late ? Stage.PAID_LATE : Stage.EXPIRED));
        }
    }

    private void giveBack(Live p, ReleaseReason reason) {
        sale.release(p.purchaseId(), reason);
        pieces.merge(p.offerId() + p.userId(), -1, Integer::sum);
        live.remove(p.purchaseId());
    }
}
