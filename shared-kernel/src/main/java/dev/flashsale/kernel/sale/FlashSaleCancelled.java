package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The sale was called off by a merchant. */
@Revision("1")
public record FlashSaleCancelled(String saleId, String reason, Instant at) implements FlashSaleEvent {}
