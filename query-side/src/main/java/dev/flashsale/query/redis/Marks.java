package dev.flashsale.query.redis;

import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The marks in PostgreSQL; they are written in the same transaction as the processor's token. */
@Component
class Marks {
    private final JdbcClient jdbc;
    private final String suffix;

    @Autowired
    Marks(JdbcClient jdbc) {
        this(jdbc, "");
    }

    /** @param suffix what sets the names of a content built beside apart from the one in use */
    Marks(JdbcClient jdbc, String suffix) {
        this.jdbc = jdbc;
        this.suffix = suffix;
    }

    Optional<Mark> find(String projection) {
        return find(projection, "");
    }

    /** Waits for a swap that is under way. */
    Optional<Mark> findSettled(String projection) {
        return find(projection, " for share");
    }

    private Optional<Mark> find(String projection, String lock) {
        return jdbc.sql("select generation, last_index, complete_at from read_model_mark where projection = ?" + lock)
                .param(projection + suffix)
                .query(Mark.class)
                .optional();
    }

    Mark findOrCreate(String projection) {
        return find(projection).orElseGet(() -> {
            jdbc.sql(
                            "insert into read_model_mark (projection, generation, last_index, complete_at) values (?, ?, -1, -1)")
                    .params(projection + suffix, UUID.randomUUID().toString())
                    .update();
            return find(projection).orElseThrow();
        });
    }

    void advance(String projection, long index) {
        jdbc.sql("update read_model_mark set last_index = greatest(last_index, ?) where projection = ?")
                .params(index, projection + suffix)
                .update();
    }

    void beginAnew(String projection) {
        jdbc.sql("""
                        insert into read_model_mark (projection, generation, last_index, complete_at) values (?, ?, -1, -1)
                        on conflict (projection) do update set generation = excluded.generation, last_index = -1,
                            complete_at = greatest(read_model_mark.complete_at, read_model_mark.last_index)
                        """).params(projection + suffix, UUID.randomUUID().toString()).update();
    }
}
