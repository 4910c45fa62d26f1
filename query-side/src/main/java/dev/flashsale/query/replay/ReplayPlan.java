package dev.flashsale.query.replay;

import java.util.List;

/**
 * What a replay would do.
 *
 * @param projections those that are rebuilt and swapped together
 * @param keysToDelete entries beside that would be deleted
 * @param earlierContentLost whether those are the content that was in use before, so that it could no longer be swapped back
 * @param target the event that it would have to reach
 */
record ReplayPlan(List<String> projections, long keysToDelete, boolean earlierContentLost, long target) {
    ReplayPlan {
        projections = List.copyOf(projections);
    }
}
