package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Call the sale off: nothing more is sold. Reservations already made keep their right to be paid. */
public record CancelFlashSale(@TargetAggregateIdentifier String saleId, String reason, Instant at) {}
