package dev.flashsale.command.admission.ticket;

import dev.flashsale.command.admission.TurnedAway;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold before a ticket is given. Every bean of this type takes part, in Spring's order; what uses something up
 * comes last. A condition that the sale's policy switches off holds.
 */
public interface TicketCondition {
    /** Why no ticket is given; null if this condition holds. */
    @Nullable
    TurnedAway check(TicketRequest request);
}
