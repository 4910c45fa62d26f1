package dev.flashsale.kernel.block;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Somebody may not buy, in any sale, until a moment. It replaces an earlier block of the same subject.
 *
 * @param kind what the subject is
 * @param subject user id, or keyed hash of a network
 * @param reason a merchant's words, or the rule that was broken too often
 * @param until exclusive
 * @param blockedBy user id of the merchant, or the sale whose policy did it
 * @param automatic whether a sale's policy did it
 * @param at instant that the deciding command carried
 */
@Revision("1")
public record Blocked(
        String blockId,
        SubjectKind kind,
        String subject,
        String reason,
        Instant until,
        String blockedBy,
        boolean automatic,
        Instant at)
        implements BlockEvent {}
