package dev.flashsale.query.redis;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The marks in PostgreSQL; they are written in the same transaction as the processor's token. */
@Component
class Marks {
    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Mark> find(String projection) {
        return jdbc.sql("select generation, last_index, complete_at from read_model_mark where projection = ?")
                .param(projection)
                .query(Mark.class)
                .optional();
    }

    Mark findOrCreate(String projection) {
        return find(projection).orElseGet(() -> {
            jdbc.sql(
                            "insert into read_model_mark (projection, generation, last_index, complete_at) values (?, ?, -1, -1)")
                    .params(projection, UUID.randomUUID().toString())
                    .update();
            return find(projection).orElseThrow();
        });
    }

    void advance(String projection, long index) {
        jdbc.sql("update read_model_mark set last_index = greatest(last_index, ?) where projection = ?")
                .params(index, projection)
                .update();
    }

    void beginAnew(String projection) {
        jdbc.sql("""
                        insert into read_model_mark (projection, generation, last_index, complete_at) values (?, ?, -1, -1)
                        on conflict (projection) do update set generation = excluded.generation, last_index = -1,
                            complete_at = greatest(read_model_mark.complete_at, read_model_mark.last_index)
                        """).params(projection, UUID.randomUUID().toString()).update();
    }
}
