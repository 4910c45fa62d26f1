package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The shopper gave the order back: final.
 */
@Revision("1")
public record OrderCancelled(String orderId, Instant at) implements OrderEvent {}
