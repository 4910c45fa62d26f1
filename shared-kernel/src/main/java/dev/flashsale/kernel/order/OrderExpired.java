package dev.flashsale.kernel.order;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The order was not paid in time: final.
 *
 * @param placed false when the order had never been placed
 */
@Revision("1")
public record OrderExpired(String orderId, boolean placed, Instant at) implements OrderEvent {}
