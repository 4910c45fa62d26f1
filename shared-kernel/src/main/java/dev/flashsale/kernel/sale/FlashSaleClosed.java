package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The sale ended; what was not sold stays unsold. */
@Revision("1")
public record FlashSaleClosed(String saleId, Instant at) implements FlashSaleEvent {}
