package dev.flashsale.command.purchase;

import dev.flashsale.command.aggregate.SharedEvents;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockTransferred;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Delivers every transfer once more, as the process does for those that a failure left on their way. */
final class Deliveries implements AutoCloseable {
    private final ScheduledExecutorService turns = Executors.newSingleThreadScheduledExecutor();
    private final SharedEvents events;
    private final CommandGateway gateway;
    private int next;

    Deliveries(SharedEvents events, CommandGateway gateway) {
        this.events = events;
        this.gateway = gateway;
        var unused = turns.scheduleWithFixedDelay(this::deliver, 1, 1, TimeUnit.MILLISECONDS);
    }

    private void deliver() {
        for (Object event : events.logFrom(next)) {
            if (event instanceof StockTransferred sent) {
                Persistent.send(
                        gateway,
                        new ReceiveTransfer(
                                StockId.parse(sent.toStockId()),
                                StockId.parse(sent.stockId()),
                                sent.transferId(),
                                sent.units(),
                                sent.at()));
            }
            next++;
        }
    }

    @Override
    public void close() {
        turns.close();
    }
}
