package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The sale opened for purchases. */
@Revision("1")
public record FlashSaleOpened(String saleId, Instant at) implements FlashSaleEvent {}
