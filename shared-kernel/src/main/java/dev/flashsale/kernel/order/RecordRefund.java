package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The provider returned money that was not applied. */
public record RecordRefund(@TargetAggregateIdentifier String orderId, String paymentId, String refundId, Instant at) {}
