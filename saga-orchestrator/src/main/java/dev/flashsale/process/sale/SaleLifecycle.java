package dev.flashsale.process.sale;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.flashsale.kernel.sale.CloseFlashSale;
import dev.flashsale.kernel.sale.FlashSaleCancelled;
import dev.flashsale.kernel.sale.FlashSaleClosed;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.kernel.sale.OpenFlashSale;
import dev.flashsale.kernel.sale.StockAdditionGranted;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.WithdrawStock;
import dev.flashsale.process.ProcessGroups;
import dev.flashsale.process.step.Steps;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.serialization.Revision;

/** Lives from a sale's announcement to its end: fills the stocks, opens and closes the sale at its instants. */
@ProcessingGroup(ProcessGroups.SALES)
@Revision("1")
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY, getterVisibility = JsonAutoDetect.Visibility.NONE)
public class SaleLifecycle {
    static final String OPENING = "sale-opens";
    static final String CLOSING = "sale-closes";

    private String saleId = "";
    private String openingId = "";
    private String closingId = "";
    private List<String> stockIds = List.of();

    /** For Axon, which makes one for each beginning. */
    public SaleLifecycle() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "saleId")
    void on(FlashSaleScheduled sale, Steps steps, StockWatch watch, DeadlineManager deadlines) {
        saleId = sale.saleId();
        List<AllocateStock> allocations = Allocation.of(sale);
        stockIds = allocations.stream().map(a -> a.stockId().toString()).toList();
        allocations.forEach(steps::send);
        watch.watch(stockIds, sale.closesAt(), sale.paymentWindowMs());
        openingId = deadlines.schedule(sale.opensAt(), OPENING, saleId);
        closingId = deadlines.schedule(sale.closesAt(), CLOSING, saleId);
    }

    // the sale's id is the deadline's payload: Axon hands the payload to a handler's first parameter, whatever its
    // type,
    // and a handler whose first parameter does not fit is passed over without a word
    @DeadlineHandler(deadlineName = OPENING)
    void opens(String sale, Steps steps, Clock clock) {
        steps.send(new OpenFlashSale(sale, clock.instant()));
    }

    @DeadlineHandler(deadlineName = CLOSING)
    void closes(String sale, Steps steps, Clock clock) {
        steps.send(new CloseFlashSale(sale, clock.instant()));
    }

    @SagaEventHandler(associationProperty = "saleId")
    void on(StockAdditionGranted granted, Steps steps) {
        int[] shares = Allocation.shares(granted.units(), granted.buckets());
        for (int bucket = 0; bucket < shares.length; bucket++) {
            if (shares[bucket] > 0) {
                StockId stockId = new StockId(saleId, granted.itemId(), bucket);
                steps.send(new AddUnits(stockId, granted.additionId(), shares[bucket], granted.at()));
            }
        }
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "saleId")
    void on(FlashSaleClosed closed, Steps steps, DeadlineManager deadlines) {
        withdraw(Refusal.ENDED, closed.at(), steps, deadlines);
    }

    @EndSaga
    @SagaEventHandler(associationProperty = "saleId")
    void on(FlashSaleCancelled cancelled, Steps steps, DeadlineManager deadlines) {
        withdraw(Refusal.CANCELLED, cancelled.at(), steps, deadlines);
    }

    private void withdraw(Refusal refusal, Instant at, Steps steps, DeadlineManager deadlines) {
        deadlines.cancelSchedule(OPENING, openingId);
        deadlines.cancelSchedule(CLOSING, closingId);
        stockIds.forEach(stockId -> steps.send(new WithdrawStock(StockId.parse(stockId), refusal, at)));
    }
}
