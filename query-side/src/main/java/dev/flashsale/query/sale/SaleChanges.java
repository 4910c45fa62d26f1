package dev.flashsale.query.sale;

import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.stock.PurchaseRefused;
import dev.flashsale.kernel.stock.ReservationConfirmed;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.query.redis.Projections;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.stereotype.Component;

/** Tells every node which sales a batch of events has changed, once Redis holds the change. */
@Component
@ProcessingGroup(Projections.SALES)
@DisallowReplay
class SaleChanges {
    private final SalePush push;

    SaleChanges(SalePush push) {
        this.push = push;
    }

    @EventHandler
    void on(FlashSaleEvent event) {
        changed(event.saleId());
    }

    @EventHandler
    void on(StockEvent event) {
        boolean movesUnits = !(event instanceof PurchaseRefused || event instanceof ReservationConfirmed);
        if (movesUnits) {
            changed(event.saleId());
        }
    }

    private void changed(String saleId) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        Set<String> saleIds = batch.getOrComputeResource("changed sales", name -> {
            Set<String> ids = new HashSet<>();
            batch.afterCommit(unit -> push.changed(ids));
            return ids;
        });
        saleIds.add(saleId);
    }
}
