package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The sale opened for purchases. The buckets decide by {@code opensAt} themselves, so this event informs and permits nothing.
 *
 * @param at instant that the deciding command carried
 */
@Revision("1")
public record FlashSaleOpened(String saleId, Instant at) implements FlashSaleEvent {}
