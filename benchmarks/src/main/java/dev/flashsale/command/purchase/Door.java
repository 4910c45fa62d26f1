package dev.flashsale.command.purchase;

import org.springframework.context.ApplicationContext;

/** What a purchase request meets before its token is looked at, for measuring what it costs. */
public final class Door {
    private final PurchaseDesk desk;
    private final SaleDirectory sales;

    private Door(PurchaseDesk desk, SaleDirectory sales) {
        this.desk = desk;
        this.sales = sales;
    }

    /** The one of this server. */
    public static Door of(ApplicationContext server) {
        return new Door(server.getBean(PurchaseDesk.class), server.getBean(SaleDirectory.class));
    }

    /** Whether the request gets past the sale's window and latch. */
    public boolean isOpen(String saleId, String key, String userId) {
        OfferedSale sale = sales.find(saleId).orElseThrow();
        return desk.refusalAtTheDoor(saleId, sale, key, userId) == null;
    }
}
