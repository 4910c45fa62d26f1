package dev.flashsale.platform.attempt;

import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.attempt.AttemptBatch;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table attempt_batch: one row holds what came in since the row before. */
@Component
class AttemptTable {
    private final JdbcTemplate jdbc;

    AttemptTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds a row, unless it was added before.
     *
     * @param number the row's number within the run
     * @param now the time of a row without attempts
     */
    void add(UUID runId, long number, List<Attempt> attempts, long dropped, boolean endsRun, Instant now) {
        Instant first = attempts.isEmpty() ? now : attempts.getFirst().at();
        Instant last = attempts.isEmpty() ? now : attempts.getLast().at();
        int unused = jdbc.update(
                "insert into attempt_batch (run_id, number, first_at, last_at, attempts, dropped, ends_run, format, payload)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (run_id, number) do nothing",
                runId,
                number,
                Timestamp.from(first),
                Timestamp.from(last),
                attempts.size(),
                dropped,
                endsRun,
                AttemptBatch.FORMAT,
                AttemptBatch.encode(attempts));
    }

    /** Forgets what is older; answers how many rows went. */
    int forgetBefore(Instant oldest) {
        return jdbc.update("delete from attempt_batch where last_at < ?", Timestamp.from(oldest));
    }
}
