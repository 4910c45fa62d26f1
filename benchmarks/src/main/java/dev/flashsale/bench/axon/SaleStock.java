package dev.flashsale.bench.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flashsale.bench.axon.Messages.PutOnSale;
import dev.flashsale.bench.axon.Messages.Reserve;
import dev.flashsale.bench.axon.Messages.UnitReserved;
import dev.flashsale.bench.axon.Messages.UnitsPutOnSale;
import dev.flashsale.bench.axon.Messages.Verdict;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The stock as Axon's own samples would write it: one command, one event, one transaction per purchase. */
@Aggregate(cache = "aggregateCache")
class SaleStock {
    private static final long PRICE_MINOR = 100;

    @AggregateIdentifier
    private @Nullable String saleId;

    private int remainingUnits;
    private final Map<String, String> purchaseByUser = new HashMap<>();

    SaleStock() {}

    @CommandHandler
    SaleStock(PutOnSale command) {
        apply(new UnitsPutOnSale(command.saleId(), command.units()));
    }

    @CommandHandler
    Verdict handle(Reserve command, Clock clock) {
        String earlier = purchaseByUser.get(command.userId());
        if (earlier != null) {
            return earlier.equals(command.purchaseId()) ? Verdict.RESERVED : Verdict.LIMIT_EXCEEDED;
        }
        if (remainingUnits < command.quantity()) {
            return Verdict.SOLD_OUT;
        }
        apply(new UnitReserved(
                command.saleId(),
                command.purchaseId(),
                command.userId(),
                command.offerId(),
                command.quantity(),
                PRICE_MINOR * command.quantity(),
                remainingUnits - command.quantity(),
                clock.instant()));
        return Verdict.RESERVED;
    }

    @EventSourcingHandler
    void on(UnitsPutOnSale event) {
        saleId = event.saleId();
        remainingUnits = event.units();
    }

    @EventSourcingHandler
    void on(UnitReserved event) {
        remainingUnits = event.remainingUnits();
        purchaseByUser.put(event.userId(), event.purchaseId());
    }
}
