package dev.flashsale.process.deadline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What one unit of work does to deadlines. What it schedules and cancels never reaches the database. */
final class PendingDeadlines {
    private final Map<String, StoredDeadline> scheduled = new LinkedHashMap<>();
    private final List<String> cancelled = new ArrayList<>();

    void schedule(StoredDeadline deadline) {
        scheduled.put(deadline.id(), deadline);
    }

    void cancel(String id) {
        if (scheduled.remove(id) == null) {
            cancelled.add(id);
        }
    }

    void cancelIf(Predicate<StoredDeadline> condition) {
        scheduled.values().removeIf(condition);
    }

    void writeTo(DeadlineTable table) {
        int unused = table.delete(cancelled);
        table.insert(scheduled.values());
    }
}
