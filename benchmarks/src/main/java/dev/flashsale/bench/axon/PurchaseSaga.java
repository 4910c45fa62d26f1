package dev.flashsale.bench.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import dev.flashsale.bench.axon.Messages.OrderPlaced;
import dev.flashsale.bench.axon.Messages.PlaceOrder;
import dev.flashsale.bench.axon.Messages.UnitReserved;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

/** From the reservation to the order, and on to a payment that no benchmark makes: so it stays open, as it would. */
@Saga
@ProcessingGroup(AxonApplication.SAGA)
@JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
public class PurchaseSaga {
    private boolean placed;

    /** For Axon, which makes one for each beginning. */
    public PurchaseSaga() {}

    @StartSaga
    @SagaEventHandler(associationProperty = "purchaseId")
    void on(UnitReserved event, CommandGateway commands) {
        commands.sendAndWait(new PlaceOrder(
                event.purchaseId(),
                event.saleId(),
                event.userId(),
                event.offerId(),
                event.quantity(),
                event.amountMinor()));
    }

    @SagaEventHandler(associationProperty = "orderId", keyName = "purchaseId")
    void on(OrderPlaced event) {
        placed = true;
    }

    boolean isPlaced() {
        return placed;
    }
}
