package dev.flashsale.analysis.audit;

import dev.flashsale.kernel.stock.OfferComponent;

/** Sales that tests start from. */
public final class Sales {
    private Sales() {}

    /** Three pens in one bucket at 500, two per shopper. */
    public static ToldSale pens() {
        ToldSale sale = new ToldSale();
        sale.offer("pen", 500, 2, new OfferComponent("pen", 1, 1));
        sale.allocate("pen", 0, 3);
        return sale;
    }

    /** Two pens in each of two buckets at 500, two per shopper. */
    static ToldSale pensInTwoBuckets() {
        ToldSale sale = new ToldSale();
        sale.offer("pen", 500, 2, new OfferComponent("pen", 1, 2));
        sale.allocate("pen", 0, 2);
        sale.allocate("pen", 1, 2);
        return sale;
    }

    /** Four pens and two pads; a set of two pens and one pad at 900, one per shopper. */
    static ToldSale sets() {
        ToldSale sale = new ToldSale();
        sale.offer("set", 900, 1, new OfferComponent("pen", 2, 1), new OfferComponent("pad", 1, 1));
        sale.offer("pen", 500, 2, new OfferComponent("pen", 1, 1));
        sale.offer("pad", 600, 2, new OfferComponent("pad", 1, 1));
        sale.allocate("pen", 0, 4);
        sale.allocate("pad", 0, 2);
        return sale;
    }
}
