package dev.flashsale.kernel.block;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Let somebody buy nothing until a moment.
 *
 * @param subject user id, or keyed hash of a network
 * @param reason the merchant's words; whoever is blocked reads them
 * @param until exclusive, after {@code at}
 * @param by user id of the merchant
 * @param at when the merchant asked
 */
public record Block(
        @TargetAggregateIdentifier String blockId,
        SubjectKind kind,
        String subject,
        String reason,
        Instant until,
        String by,
        Instant at) {}
