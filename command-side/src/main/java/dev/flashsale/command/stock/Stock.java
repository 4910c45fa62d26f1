package dev.flashsale.command.stock;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.flashsale.kernel.stock.AddUnits;
import dev.flashsale.kernel.stock.AllocateStock;
import dev.flashsale.kernel.stock.ConfirmReservations;
import dev.flashsale.kernel.stock.ListOverdueReservations;
import dev.flashsale.kernel.stock.OverdueReservations;
import dev.flashsale.kernel.stock.PurchaseOutcome;
import dev.flashsale.kernel.stock.PurchaseOutcomes;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.ReleaseReservations;
import dev.flashsale.kernel.stock.ReserveStock;
import dev.flashsale.kernel.stock.StockAllocated;
import dev.flashsale.kernel.stock.StockEvent;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.kernel.stock.TransferAnswer;
import dev.flashsale.kernel.stock.TransferStock;
import dev.flashsale.kernel.stock.WithdrawStock;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** One bucket of an item's units: carries commands to {@link StockDecider} and events to {@link StockState}. */
@Aggregate(type = "Stock", cache = "aggregateCache", snapshotTriggerDefinition = "stockSnapshots")
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
class Stock {
    // absent until the first event: an empty one would be taken for the id of that event
    @AggregateIdentifier
    private @Nullable String stockId;

    private final StockState state;

    /** For Axon, which replays the history into it. */
    Stock() {
        this(new StockState());
    }

    private Stock(StockState state) {
        this.state = state;
    }

    /** What it remembers now, which later events leave alone. */
    Stock copy() {
        Stock copy = new Stock(state.copy());
        copy.stockId = stockId;
        return copy;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(AllocateStock command) {
        if (state.version < 0) {
            apply(new StockAllocated(
                    command.stockId().toString(),
                    command.stockId().saleId(),
                    command.stockId().itemId(),
                    command.stockId().bucket(),
                    command.units(),
                    command.currency(),
                    command.opensAt(),
                    command.closesAt(),
                    command.paymentWindowMs(),
                    command.offers(),
                    command.at()));
        }
    }

    @CommandHandler
    PurchaseOutcomes handle(ReserveStock command, Clock clock) {
        if (clock.instant().isAfter(command.notAfter())) {
            return new PurchaseOutcomes(true, List.of());
        }
        List<PurchaseOutcome> outcomes = new ArrayList<>(command.requests().size());
        for (PurchaseRequest request : command.requests()) {
            outcomes.add(
                    switch (decision(request, command.at())) {
                        case Decision.Answer answer -> answer.outcome();
                        case Decision.Happens happens -> happened(happens.event());
                    });
        }
        return new PurchaseOutcomes(false, outcomes);
    }

    /** One request that cannot be decided must not take a whole batch along; deciding changes nothing. */
    private Decision decision(PurchaseRequest request, Instant at) {
        try {
            return StockDecider.decide(state, request, at);
        } catch (RuntimeException e) {
            return new Decision.Answer(new PurchaseOutcome.Undecidable(request.purchaseId()));
        }
    }

    private PurchaseOutcome happened(StockEvent event) {
        apply(event);
        return StockDecider.outcomeOf(event, state.version);
    }

    @CommandHandler
    void handle(ConfirmReservations command) {
        command.purchaseIds()
                .forEach(id -> StockDecider.confirm(state, id, command.at()).ifPresent(event -> apply(event)));
    }

    @CommandHandler
    void handle(ReleaseReservations command) {
        command.releases()
                .forEach(release ->
                        StockDecider.release(state, release, command.at()).ifPresent(event -> apply(event)));
    }

    @CommandHandler
    void handle(AddUnits command) {
        StockDecider.add(state, command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    void handle(WithdrawStock command) {
        StockDecider.withdraw(state, command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    TransferAnswer handle(TransferStock command) {
        Optional<StockTransferred> sent = StockDecider.transfer(state, command);
        sent.ifPresent(event -> apply(event));
        return new TransferAnswer(sent.map(StockTransferred::units).orElse(0), StockDecider.level(state));
    }

    @CommandHandler
    void handle(ReceiveTransfer command) {
        StockDecider.receive(state, command).ifPresent(event -> apply(event));
    }

    @CommandHandler
    OverdueReservations handle(ListOverdueReservations query) {
        return new OverdueReservations(StockDecider.overdue(state, query.reservedBefore()));
    }

    @EventSourcingHandler
    void on(StockEvent event) {
        stockId = event.stockId();
        state.evolve(event);
    }
}
