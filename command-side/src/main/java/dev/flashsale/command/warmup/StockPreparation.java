package dev.flashsale.command.warmup;

import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.SaleItem;
import dev.flashsale.kernel.stock.ReserveStock;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.platform.warmup.SalePreparation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.stereotype.Component;

/** Has the sale's stocks loaded where they are decided: a batch of no requests decides nothing. */
@Component
class StockPreparation implements SalePreparation {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommandGateway commands;
    private final Clock clock;

    StockPreparation(CommandGateway commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public void prepare(FlashSaleScheduled sale) {
        for (SaleItem item : sale.items()) {
            IntStream.range(0, item.buckets())
                    .forEach(bucket -> load(new StockId(sale.saleId(), item.itemId(), bucket)));
        }
    }

    private void load(StockId stockId) {
        Instant now = clock.instant();
        // whether it is there yet does not matter: the first request would find out as well
        var unused = commands.send(new ReserveStock(stockId, List.of(), now, now.plus(PATIENCE)));
    }
}
