package dev.flashsale.command.sale;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.flashsale.command.sale.SaleDecider.Decided;
import dev.flashsale.kernel.sale.AddStock;
import dev.flashsale.kernel.sale.CancelFlashSale;
import dev.flashsale.kernel.sale.CloseFlashSale;
import dev.flashsale.kernel.sale.FlashSaleEvent;
import dev.flashsale.kernel.sale.OpenFlashSale;
import dev.flashsale.kernel.sale.SaleDecision;
import dev.flashsale.kernel.sale.ScheduleFlashSale;
import dev.flashsale.kernel.sale.SetAdmission;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A sale: carries commands to {@link SaleDecider} and events to {@link SaleHistory}. */
@Aggregate(type = "FlashSale")
class FlashSale {
    // absent until the first event: an empty one would be taken for the id of that event
    @AggregateIdentifier
    private @Nullable String saleId;

    private final SaleHistory history = new SaleHistory();

    /** For Axon, which replays the history into it. */
    FlashSale() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    SaleDecision handle(ScheduleFlashSale command) {
        return happen(SaleDecider.schedule(history, command));
    }

    @CommandHandler
    SaleDecision handle(OpenFlashSale command) {
        return happen(SaleDecider.open(history, command));
    }

    @CommandHandler
    SaleDecision handle(CloseFlashSale command) {
        return happen(SaleDecider.close(history, command));
    }

    @CommandHandler
    SaleDecision handle(CancelFlashSale command) {
        return happen(SaleDecider.cancel(history, command));
    }

    @CommandHandler
    SaleDecision handle(AddStock command) {
        return happen(SaleDecider.addStock(history, command));
    }

    @CommandHandler
    SaleDecision handle(SetAdmission command) {
        return happen(SaleDecider.setAdmission(history, command));
    }

    private static SaleDecision happen(Decided decided) {
        decided.events().forEach(event -> apply(event));
        return decided.decision();
    }

    @EventSourcingHandler
    void on(FlashSaleEvent event) {
        saleId = event.saleId();
        history.evolve(event);
    }
}
