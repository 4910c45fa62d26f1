package dev.flashsale.command.admission.block;

import dev.flashsale.kernel.block.Blocked;
import dev.flashsale.kernel.block.SubjectKind;
import dev.flashsale.kernel.block.Unblocked;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** The table blocked_subject: the blocks that hold, as the events left them. */
@Component
class BlockTable {
    /** More than that in force at once is an attack on the list itself: the longest ones are kept in mind. */
    private static final int MOST_IN_FORCE = 200_000;

    private static final RowMapper<Blocked> ROW = (row, number) -> new Blocked(
            row.getString("block_id"),
            SubjectKind.valueOf(row.getString("kind")),
            row.getString("subject"),
            row.getString("reason"),
            row.getTimestamp("until").toInstant(),
            row.getString("blocked_by"),
            row.getBoolean("automatic"),
            row.getTimestamp("blocked_at").toInstant());

    private final JdbcTemplate jdbc;

    BlockTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void put(Blocked block) {
        int unused = jdbc.update(
                "insert into blocked_subject"
                        + " (block_id, kind, subject, reason, until, blocked_by, automatic, blocked_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (block_id) do update set reason = excluded.reason, until = excluded.until,"
                        + " blocked_by = excluded.blocked_by, automatic = excluded.automatic,"
                        + " blocked_at = excluded.blocked_at",
                block.blockId(),
                block.kind().name(),
                block.subject(),
                block.reason(),
                Timestamp.from(block.until()),
                block.blockedBy(),
                block.automatic(),
                Timestamp.from(block.at()));
        changed();
    }

    void remove(Unblocked event) {
        int unused = jdbc.update("delete from blocked_subject where block_id = ?", event.blockId());
        changed();
    }

    private void changed() {
        int unused = jdbc.update("update blocklist_version set version = version + 1");
    }

    /** A number that grows with every change. */
    long version() {
        Long version = jdbc.queryForObject("select version from blocklist_version", Long.class);
        return version == null ? 0 : version;
    }

    /** All blocks that hold at this moment. */
    List<Blocked> inForce(Instant moment) {
        return jdbc.query(
                "select * from blocked_subject where until > ? order by until desc limit " + MOST_IN_FORCE,
                ROW,
                Timestamp.from(moment));
    }

    /** Forgets what ended before. */
    void forgetBefore(Instant moment) {
        int unused = jdbc.update("delete from blocked_subject where until <= ?", Timestamp.from(moment));
    }
}
