package dev.flashsale.query.redis;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL knows of the two contents: their marks, and the tokens of the processors that write them. */
final class StandbyRows {
    private static final List<String> BESIDE =
            Projections.IN_REDIS.stream().map(Standby::nameOf).toList();
    private static final List<String> BOTH =
            Stream.concat(Projections.IN_REDIS.stream(), BESIDE.stream()).toList();

    private final JdbcClient jdbc;

    StandbyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void incomplete() {
        jdbc.sql("update read_model_mark set complete_at = :never where projection in (:names)")
                .param("never", Long.MAX_VALUE)
                .param("names", BESIDE)
                .update();
    }

    void complete() {
        jdbc.sql("update read_model_mark set complete_at = last_index where projection in (:names)")
                .param("names", BESIDE)
                .update();
    }

    void delete() {
        jdbc.sql("delete from read_model_mark where projection in (:names)")
                .param("names", BESIDE)
                .update();
        jdbc.sql("delete from token_entry where processor_name in (:names)")
                .param("names", BESIDE)
                .update();
    }

    /** Until the transaction ends, nobody else swaps, claims a token, or settles a doubt about a mark. */
    void lock() {
        jdbc.sql("select projection from read_model_mark where projection in (:names) order by projection for update")
                .param("names", BOTH)
                .query(String.class)
                .list();
        jdbc.sql(
                        "select owner from token_entry where processor_name in (:names) order by processor_name, segment for update")
                .param("names", BOTH)
                .query((row, number) -> number)
                .list();
    }

    void refuseOwnersBut(String owner) {
        List<String> taken = jdbc.sql("""
                        select 'segment ' || segment || ' of ' || processor_name || ' by ' || owner from token_entry
                        where processor_name in (:names) and owner <> :owner
                        """)
                .param("names", BOTH)
                .param("owner", owner)
                .query(String.class)
                .list();
        if (!taken.isEmpty()) {
            throw new IllegalStateException("taken over meanwhile: " + String.join("; ", taken));
        }
    }

    void exchange() {
        for (String projection : Projections.IN_REDIS) {
            exchange("read_model_mark", "projection", projection);
            exchange("token_entry", "processor_name", projection);
        }
    }

    private void exchange(String table, String column, String projection) {
        String rename = "update " + table + " set " + column + " = ? where " + column + " = ?";
        String between = projection + "@swapping";
        jdbc.sql(rename).params(between, projection).update();
        jdbc.sql(rename).params(projection, Standby.nameOf(projection)).update();
        jdbc.sql(rename).params(Standby.nameOf(projection), between).update();
    }
}
