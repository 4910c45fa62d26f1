package dev.flashsale.kernel.sale;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Close the sale: by its own clock at {@code closesAt}, or earlier by a merchant. Repeating it changes nothing. */
public record CloseFlashSale(@TargetAggregateIdentifier String saleId, Instant at) {}
