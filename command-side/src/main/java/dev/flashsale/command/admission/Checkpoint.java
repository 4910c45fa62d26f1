package dev.flashsale.command.admission;

import org.jspecify.annotations.Nullable;

/**
 * One check of the gate. Every bean of this type takes part: by stage, and within a stage by Spring's order, cheapest first.
 * A part that the sale's policy switches off lets everybody through.
 */
public interface Checkpoint {
    /** What has to be known for this check. */
    Stage stage();

    /** Why this visitor is turned away; null lets them on. */
    @Nullable
    TurnedAway check(Visit visit);

    /**
     * Whether sales without an admission are checked too, at this moment. Asked with every purchase, so it must cost nothing.
     */
    default boolean concernsEverySale() {
        return false;
    }

    /** Whether this check also stands before each step on the way to a ticket. */
    default boolean guardsTheWay() {
        return false;
    }
}
