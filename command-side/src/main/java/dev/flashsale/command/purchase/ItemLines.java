package dev.flashsale.command.purchase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.command.admission.Visit.Wanted;
import dev.flashsale.command.admission.queue.Line;
import dev.flashsale.command.admission.queue.Lines;
import dev.flashsale.command.purchase.OfferedSale.Lead;
import dev.flashsale.command.purchase.PurchaseDesk.Ask;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockReserved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who waits for each item on this node, and how many of its units are left. Only items are followed whose line somebody asked
 * for; one that is forgotten comes back empty and is learned anew, and until then nobody is turned away.
 */
@Component
class ItemLines implements Lines {
    private static final int MOST_ITEMS_FOLLOWED = 10_000;

    private record Item(String saleId, String itemId) {}

    private record ItemLine(UnitsLeft left, WaitingUnits waiting) {
        ItemLine() {
            this(new UnitsLeft(), new WaitingUnits());
        }
    }

    private final Cache<Item, ItemLine> lines =
            Caffeine.newBuilder().maximumSize(MOST_ITEMS_FOLLOWED).build();

    private final SaleDirectory sales;
    private final FeedHealth feed;
    private final Intake intake;
    private final StockLevels levels;

    ItemLines(SaleDirectory sales, FeedHealth feed, Intake intake, StockLevels levels) {
        this.sales = sales;
        this.feed = feed;
        this.intake = intake;
        this.levels = levels;
    }

    @Override
    public @Nullable Line joinedBy(String saleId, String userId, Wanted wanted) {
        OfferedSale sale = feed.isCurrent() ? sales.known(saleId) : null;
        Lead lead = sale == null ? null : sale.leadOf(wanted.offerId());
        if (lead == null) {
            return null;
        }
        ItemLine line = lineOf(saleId, lead);
        Long left = left(saleId, lead, line);
        if (left == null || line.waiting().contains(userId, wanted.offerId(), wanted.purchaseId())) {
            return null;
        }
        StockId stockId = StockId.of(saleId, lead.itemId(), userId, lead.buckets());
        return new Line(
                line.waiting().purchases(),
                line.waiting().units(),
                left,
                lead.units(wanted.quantity()),
                intake.expectedWait(stockId));
    }

    /** Has the levels of all items known, before somebody asks. */
    void prepare(String saleId, OfferedSale sale) {
        for (Lead lead : sale.cheapestLeads()) {
            Long unused = left(saleId, lead, lineOf(saleId, lead));
        }
    }

    /** A purchase waits for its stock from now on. */
    void join(Ask ask, Lead lead) {
        lineOf(ask.saleId(), lead)
                .waiting()
                .add(
                        ask.userId(),
                        ask.offerId(),
                        ask.purchaseId(),
                        lead.units(ask.quantity()),
                        lead.units(lead.limitPerUser()));
    }

    /** A purchase has its answer. */
    void leave(Ask ask, Lead lead) {
        ItemLine line = lines.getIfPresent(new Item(ask.saleId(), lead.itemId()));
        if (line != null) {
            line.waiting().remove(ask.userId(), ask.offerId(), ask.purchaseId());
        }
    }

    /** Hears what a stock decided, once it is stored. Who has got units waits no longer: they count once. */
    void hear(StockEvent event, long sequenceNumber) {
        ItemLine line = lines.getIfPresent(new Item(event.saleId(), event.itemId()));
        if (line == null) {
            return;
        }
        switch (event) {
            case StockReserved e -> line.waiting().remove(e.userId(), e.offerId(), e.purchaseId());
            case PurchaseRefused e -> line.waiting().remove(e.userId(), e.offerId(), e.purchaseId());
            default -> {
                // nobody's turn
            }
        }
        line.left().hear(event, sequenceNumber);
    }

    private ItemLine lineOf(String saleId, Lead lead) {
        return lines.get(new Item(saleId, lead.itemId()), item -> new ItemLine());
    }

    private @Nullable Long left(String saleId, Lead lead, ItemLine line) {
        Long units = line.left().in(lead.buckets());
        if (units == null) {
            for (int bucket = 0; bucket < lead.buckets(); bucket++) {
                if (!line.left().knows(bucket)) {
                    levels.teach(line.left(), new StockId(saleId, lead.itemId(), bucket));
                }
            }
        }
        return units;
    }
}
