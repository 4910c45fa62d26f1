package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The sale ended; what was not sold stays unsold.
 *
 * @param at instant that the deciding command carried
 */
@Revision("1")
public record FlashSaleClosed(String saleId, Instant at) implements FlashSaleEvent {}
