package dev.flashsale.command.order;

import dev.flashsale.kernel.order.CancelOrder;
import dev.flashsale.kernel.order.OrderState;
import dev.flashsale.platform.axon.Commands;
import dev.flashsale.platform.problem.ApiProblem;
import jakarta.validation.constraints.Size;
import java.security.Principal;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** A shopper gives an unpaid order back. */
@RestController
@Validated
class OrderCancellationApi {
    /** Where the order stands now. */
    record Cancelled(String orderId, OrderState status) {}

    private final Commands commands;
    private final Clock clock;

    OrderCancellationApi(Commands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    @PostMapping("/api/orders/{orderId}/cancel")
    Cancelled cancel(@PathVariable @Size(max = 64) String orderId, Principal shopper) {
        CancelOrder command = new CancelOrder(orderId, shopper.getName(), clock.instant());
        return switch (commands.send(command, OrderState.class).orElse(OrderState.UNKNOWN)) {
            case CANCELLED -> new Cancelled(orderId, OrderState.CANCELLED);
            case PAID -> throw ApiProblem.of(HttpStatus.CONFLICT, "order-already-paid", "The order is paid");
            case EXPIRED -> throw ApiProblem.of(HttpStatus.CONFLICT, "order-expired", "The order has expired");
            case UNKNOWN, AWAITING_PAYMENT -> throw ApiProblem.notFound("There is no such order.");
        };
    }
}
