package dev.flashsale.command.warmup;

import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Offer;
import dev.flashsale.kernel.stock.OfferComponent;
import dev.flashsale.kernel.stock.StockId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The one bucket of a shadow sale. No process follows its events, so its stock is filled here. */
@Component
class ShadowStock {
    static final String ITEM = "shadow";

    /** Most units per shopper. */
    static final int LIMIT = 900;

    private static final int UNITS = 1_000_000;
    private static final Duration LASTS = Duration.ofHours(1);

    private final CommandGateway commands;
    private final Cache aggregates;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    ShadowStock(CommandGateway commands, Cache aggregates, JdbcTemplate jdbc, Clock clock) {
        this.commands = commands;
        this.aggregates = aggregates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Opens the sale; whatever a crash left of earlier ones is removed. */
    void fill(String saleId) {
        Instant now = clock.instant();
        jdbc.update(
                "delete from shadow_event_entry where time_stamp < ?",
                now.minus(LASTS).toString());
        commands.sendAndWait(new ScheduleFlashSale(
                saleId,
                "Warm-up",
                "EUR",
                now,
                now.plus(LASTS),
                LASTS,
                List.of(new SaleItem(ITEM, "Warm-up", 2, 1, UNITS, LIMIT, 1)),
                List.of(),
                "warm-up",
                now));
        commands.sendAndWait(new AllocateStock(
                new StockId(saleId, ITEM, 0),
                UNITS,
                "EUR",
                now,
                now.plus(LASTS),
                LASTS.toMillis(),
                List.of(new Offer(ITEM, 1, LIMIT, List.of(new OfferComponent(ITEM, 1, 1)))),
                now));
    }

    /** Removes the sale's events and aggregates. */
    void remove(String saleId) {
        String stockId = new StockId(saleId, ITEM, 0).toString();
        aggregates.remove(saleId);
        aggregates.remove(stockId);
        jdbc.update("delete from shadow_event_entry where aggregate_identifier in (?, ?)", saleId, stockId);
    }
}
