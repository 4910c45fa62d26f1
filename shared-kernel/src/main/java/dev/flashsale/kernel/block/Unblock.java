package dev.flashsale.kernel.block;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Lift a block before its time.
 *
 * @param by user id of the merchant
 * @param at when the merchant asked
 */
public record Unblock(@TargetAggregateIdentifier String blockId, String by, Instant at) {}
