package dev.flashsale.kernel.block;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A block was lifted before its time, and what led to it is forgotten: the next one is again as short as a first one.
 *
 * @param liftedBy user id of the merchant
 * @param at instant that the deciding command carried
 */
@Revision("1")
public record Unblocked(String blockId, String liftedBy, Instant at) implements BlockEvent {}
