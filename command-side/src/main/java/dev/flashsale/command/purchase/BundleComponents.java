package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.ReserveComponent;
import dev.flashsale.kernel.stock.StockId;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Takes a bundle's further components through the same intake as shoppers' own requests. */
@Component
class BundleComponents {
    private final Intake intake;

    BundleComponents(Intake intake) {
        this.intake = intake;
    }

    /** Done once the component's stock has recorded its decision, which the purchase process then hears as an event. */
    @CommandHandler
    boolean handle(ReserveComponent command) throws ExecutionException, InterruptedException, TimeoutException {
        StockId stockId = StockId.of(command.saleId(), command.itemId(), command.userId(), command.buckets());
        PurchaseRequest request = new PurchaseRequest(
                command.purchaseId(), command.userId(), command.offerId(), command.quantity(), false);
        return decided(intake.submit(stockId, request, command.buckets(), false)
                .get(StockCommands.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static boolean decided(Answer answer) {
        if (answer instanceof Answer.Busy) {
            throw new IllegalStateException("the stock is too busy to decide about " + answer.purchaseId());
        }
        return answer instanceof Answer.Accepted;
    }
}
