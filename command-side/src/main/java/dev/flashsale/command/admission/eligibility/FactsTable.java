package dev.flashsale.command.admission.eligibility;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads everything that a sale asks about somebody in one query. */
@Component
class FactsTable {
    /**
     * Whose facts.
     *
     * @param boughtIn the sale where they must have bought; null where nobody asks
     * @param notBoughtIn the sale where they must not; null where nobody asks
     */
    record About(
            String saleId,
            String userId,
            @Nullable String boughtIn,
            @Nullable String notBoughtIn) {}

    private static final String QUERY = """
            select a.created_at, coalesce(a.level, 0),
                   exists (select 1 from allow_listed where sale_id = ? and user_id = asked.id),
                   exists (select 1 from sale_buyer where sale_id = ? and user_id = ?),
                   exists (select 1 from sale_buyer where sale_id = ? and user_id = ?)
              from (select cast(? as uuid) as id) asked left join account a on a.id = asked.id
            """;

    private final JdbcTemplate jdbc;

    FactsTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Facts read(About about) {
        return jdbc.query(
                        QUERY,
                        (row, number) -> new Facts(
                                instant(row.getObject(1, OffsetDateTime.class)),
                                row.getInt(2),
                                row.getBoolean(3),
                                row.getBoolean(4),
                                row.getBoolean(5)),
                        about.saleId(),
                        about.boughtIn(),
                        about.userId(),
                        about.notBoughtIn(),
                        about.userId(),
                        accountId(about.userId()))
                .getFirst();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String accountId(String userId) {
        try {
            return UUID.fromString(userId).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
