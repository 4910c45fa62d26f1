package dev.flashsale.process.payment;

import dev.flashsale.kernel.order.OrderPlaced;
import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.process.payment.PlacedOrders.PlacedOrder;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A shopper starts paying for an order. */
@RestController
@Validated
class PaymentApi {
    /** The payment that was started; whether the money arrived, the purchase's result tells. */
    record Started(String paymentId) {}

    private final PlacedOrders orders;
    private final PaymentGateway gateway;

    PaymentApi(PlacedOrders orders, PaymentGateway gateway) {
        this.orders = orders;
        this.gateway = gateway;
    }

    @PostMapping("/api/orders/{orderId}/payment")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started pay(@PathVariable @Size(max = 64) String orderId, Principal shopper) {
        PlacedOrder order = orders.find(orderId)
                .filter(found -> found.placed().userId().equals(shopper.getName()))
                .orElseThrow(() -> ApiProblem.notFound("There is no such order."));
        return switch (order.state()) {
            case AWAITING_PAYMENT -> start(order.placed());
            case PAID -> throw ApiProblem.of(HttpStatus.CONFLICT, "order-already-paid", "The order is paid");
            case EXPIRED -> throw ApiProblem.of(HttpStatus.CONFLICT, "order-expired", "The order has expired");
            case CANCELLED -> throw ApiProblem.of(HttpStatus.CONFLICT, "order-cancelled", "The order was cancelled");
            case UNKNOWN -> throw ApiProblem.notFound("There is no such order.");
        };
    }

    private Started start(OrderPlaced order) {
        return new Started(gateway.charge(order.orderId(), order.amountMinor(), order.currency()));
    }
}
