package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReserveComponent;
import dev.flashsale.kernel.stock.ReserveComponents;
import dev.flashsale.kernel.stock.StockId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Takes bundles' further components through the same intake as shoppers' own requests. */
@Component
class BundleComponents {
    private final Intake intake;

    BundleComponents(Intake intake) {
        this.intake = intake;
    }

    /** Done once each component's stock has recorded its decision, which the purchase process then hears as an event. */
    @CommandHandler
    void handle(ReserveComponents command) throws ExecutionException, InterruptedException, TimeoutException {
        // all are queued before the first is waited for, so that those for one stock share a commit
        List<CompletableFuture<Answer>> answers =
                command.components().stream().map(this::submit).toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .get(StockCommands.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        answers.forEach(answer -> expectDecided(answer.join()));
    }

    private CompletableFuture<Answer> submit(ReserveComponent component) {
        StockId stockId = StockId.of(component.saleId(), component.itemId(), component.userId(), component.buckets());
        PurchaseRequest request = new PurchaseRequest(
                component.purchaseId(), component.userId(), component.offerId(), component.quantity(), false);
        return intake.submit(stockId, request, component.buckets(), false);
    }

    private static void expectDecided(Answer answer) {
        if (answer instanceof Answer.Busy) {
            throw new IllegalStateException("the stock is too busy to decide about " + answer.purchaseId());
        }
    }
}
