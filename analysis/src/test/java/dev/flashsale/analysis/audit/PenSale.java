package dev.flashsale.analysis.audit;

import dev.flashsale.kernel.order.UnappliedReason;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleOpened;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.Refusal;
import java.time.Duration;

/**
 * A whole sale of three pens, from announcement to end: ann pays after 2 s, bob lets his expire and pays too late, cyd buys at
 * 50 ms, dan is refused three times within 40 ms, eve buys what bob let go.
 */
public final class PenSale {
    private PenSale() {}

    public static ToldSale told() {
        ToldSale sale = new ToldSale();
        sale.go(ToldStock.OPENS.minusSeconds(10));
        sale.schedule(new SaleItem("pen", "Pen", 900, 500, 3, 2, 1));
        sale.offer("pen", 500, 2, new OfferComponent("pen", 1, 1));
        sale.allocate("pen", 0, 3);
        sale.go(ToldStock.OPENS);
        sale.tell(new FlashSaleOpened(ToldStock.SALE, sale.now()));
        sale.pass(Duration.ofMillis(5));
        sale.reserve("p-ann", "ann", "pen", 1, "pen", 0);
        sale.order("p-ann");
        sale.reserve("p-bob", "bob", "pen", 1, "pen", 0);
        sale.order("p-bob");
        sale.pass(Duration.ofMillis(45));
        sale.reserve("p-cyd", "cyd", "pen", 1, "pen", 0);
        sale.order("p-cyd");
        for (int attempt = 1; attempt <= 3; attempt++) {
            sale.pass(Duration.ofMillis(20));
            sale.refuse("p-dan-" + attempt, "dan", "pen", 1, "pen", 0, Refusal.SOLD_OUT);
        }
        sale.pass(Duration.ofMillis(1_895));
        sale.pay("p-ann");
        sale.confirm("p-ann");
        sale.pay("p-cyd");
        sale.confirm("p-cyd");
        sale.letExpire("p-bob");
        sale.pass(Duration.ofMillis(250));
        sale.payInVain("p-bob", UnappliedReason.TOO_LATE);
        sale.refund("p-bob");
        sale.buy("p-eve", "eve", "pen", "pen", 0);
        sale.tell(new FlashSaleClosed(ToldStock.SALE, sale.now()));
        return sale;
    }
}
