package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Open the sale; sent by the sale's own clock at {@code opensAt}. Repeating it changes nothing. */
public record OpenFlashSale(@TargetAggregateIdentifier String saleId, Instant at) {}
