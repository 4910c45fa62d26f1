package dev.flashsale.whatif;

import dev.flashsale.kernel.stock.ReleaseReason;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockTransferred;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A random sale: buckets, bundles, transfers half done, looks at other buckets that came too early, expiry and resale. */
final class RandomSale {
    private static final List<String> OFFERS = List.of(PaperSale.PEN, PaperSale.PEN, PaperSale.PAD, PaperSale.SET);

    private final Random random;
    private final PaperSale sale;
    private final int buckets;
    private final List<String> open = new ArrayList<>();
    private final List<StockTransferred> onTheirWay = new ArrayList<>();
    final int units;
    int addedPens;

    RandomSale(long seed) {
        random = new Random(seed);
        buckets = 1 + random.nextInt(4);
        units = random.nextInt(40);
        sale = new PaperSale(units, buckets, random.nextInt(8), 1 + random.nextInt(2));
    }

    Recording run(int steps) {
        for (int step = 0; step < steps; step++) {
            sale.pass(Duration.ofMillis(random.nextInt(400)));
            switch (random.nextInt(10)) {
                case 0 -> send();
                case 1 -> arrive();
                case 2, 3 -> settle();
                default -> buy("p-" + step, "user-" + random.nextInt(steps / 3));
            }
            if (random.nextInt(80) == 0) {
                int more = 1 + random.nextInt(3);
                addedPens += more;
                sale.add(PaperSale.PEN, random.nextInt(buckets), "more-" + step, more);
            }
        }
        if (random.nextBoolean()) {
            sale.withdraw();
            buy("too-late", "user-1");
        }
        return sale.recording();
    }

    private void buy(String purchaseId, String userId) {
        String offerId = OFFERS.get(random.nextInt(OFFERS.size()));
        // now and then the look at the other buckets is so old that what came back since is not in it
        boolean looks = random.nextInt(10) > 0;
        String leadItem = offerId.equals(PaperSale.PAD) ? PaperSale.PAD : PaperSale.PEN;
        if (!sale.ask(purchaseId, userId, offerId, leadItem, looks)) {
            return;
        }
        if (offerId.equals(PaperSale.SET) && random.nextInt(5) > 0) {
            if (!sale.ask(purchaseId, userId, offerId, PaperSale.PAD, true)) {
                sale.giveBack(purchaseId, ReleaseReason.BUNDLE_INCOMPLETE);
                return;
            }
        }
        open.add(purchaseId);
    }

    private void settle() {
        if (!open.isEmpty()) {
            String purchaseId = open.remove(random.nextInt(open.size()));
            if (random.nextInt(3) == 0) {
                sale.giveBack(purchaseId, random.nextBoolean() ? ReleaseReason.EXPIRED : ReleaseReason.CANCELLED);
            } else {
                sale.pay(purchaseId);
            }
        }
    }

    private void send() {
        StockId from = new StockId(PaperSale.SALE, PaperSale.PEN, random.nextInt(buckets));
        StockId to = new StockId(PaperSale.SALE, PaperSale.PEN, random.nextInt(buckets));
        sale.send(from, to, 1 + random.nextInt(3)).ifPresent(onTheirWay::add);
    }

    private void arrive() {
        if (!onTheirWay.isEmpty()) {
            sale.receive(onTheirWay.removeFirst());
        }
    }
}
