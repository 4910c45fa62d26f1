package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The shopper gives the order back before paying. Answered by the order's {@link OrderState}. */
public record CancelOrder(@TargetAggregateIdentifier String orderId, String userId, Instant at) {}
