package dev.flashsale.kernel.block;

import dev.flashsale.kernel.admission.BlockingPolicy;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Block somebody who was refused at the gate as often as a sale's policy allows, for as long as it says. Nothing happens to
 * whoever is blocked already.
 *
 * @param subject user id, or keyed hash of a network
 * @param reason the rule of the last refusal
 * @param saleId whose policy it is
 * @param at when the last refusal was
 */
public record BlockForRefusals(
        @TargetAggregateIdentifier String blockId,
        SubjectKind kind,
        String subject,
        String reason,
        String saleId,
        BlockingPolicy policy,
        Instant at) {}
