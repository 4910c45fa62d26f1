package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The sale was called off. Reservations already made may still be paid.
 *
 * @param reason the merchant's words
 * @param at instant that the deciding command carried
 */
@Revision("1")
public record FlashSaleCancelled(String saleId, String reason, Instant at) implements FlashSaleEvent {}
