package dev.flashsale.command.admission.queue;

import dev.flashsale.command.admission.Visit.Wanted;
import org.jspecify.annotations.Nullable;

/** Knows who waits for which stock. */
public interface Lines {
    /** The line that this purchase would join; null if it waits already, or while the units that are left are not known. */
    @Nullable
    Line joinedBy(String saleId, String userId, Wanted wanted);
}
