package dev.flashsale.analysis.audit;

import java.util.List;

/**
 * The purchase processes as they are stored.
 *
 * @param sagas the purchase of each saga; twice when it has two
 * @param deadlines the deadlines that end payment windows
 */
public record LiveProcesses(List<String> sagas, List<ExpiryDeadline> deadlines) {
    public LiveProcesses {
        sagas = List.copyOf(sagas);
        deadlines = List.copyOf(deadlines);
    }
}
