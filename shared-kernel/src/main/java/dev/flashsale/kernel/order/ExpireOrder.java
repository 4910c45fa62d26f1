package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * The payment window passed. Expires the order unless it was paid or cancelled; an order that was never placed is
 * expired too, so that it cannot be placed afterwards. Answered by the order's {@link OrderState}.
 */
public record ExpireOrder(@TargetAggregateIdentifier String orderId, Instant at) {}
