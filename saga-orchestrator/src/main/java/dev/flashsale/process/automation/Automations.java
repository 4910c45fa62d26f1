package dev.flashsale.process.automation;

import dev.flashsale.kernel.order.PaymentNotApplied;
import dev.flashsale.kernel.order.RecordRefund;
import dev.flashsale.kernel.stock.ReceiveTransfer;
import dev.flashsale.kernel.stock.StockId;
import dev.flashsale.kernel.stock.StockTransferred;
import dev.flashsale.process.ProcessGroups;
import dev.flashsale.process.payment.PaymentGateway;
import dev.flashsale.process.step.Steps;
import java.time.Clock;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** What must follow one event, whatever happened to whoever caused it. */
@Component
@ProcessingGroup(ProcessGroups.AUTOMATIONS)
@DisallowReplay
class Automations {
    private final Steps steps;
    private final PaymentGateway payments;
    private final Clock clock;

    Automations(Steps steps, PaymentGateway payments, Clock clock) {
        this.steps = steps;
        this.payments = payments;
        this.clock = clock;
    }

    /** The intake delivers transfers at once; this delivers those that a crash left on their way. */
    @EventHandler
    void whenStockTransferredThenReceiveTransfer(StockTransferred sent) {
        steps.send(new ReceiveTransfer(
                StockId.parse(sent.toStockId()),
                StockId.parse(sent.stockId()),
                sent.transferId(),
                sent.units(),
                sent.at()));
    }

    /** Money that an order does not take goes back. The gateway refunds a payment once, however often it is asked. */
    @EventHandler
    void whenPaymentNotAppliedThenRefund(PaymentNotApplied money) {
        String refundId = payments.refund(money.paymentId(), money.amountMinor(), money.currency());
        steps.send(new RecordRefund(money.orderId(), money.paymentId(), refundId, clock.instant()));
    }
}
