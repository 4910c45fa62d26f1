package dev.flashsale.query.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** The writing side of the projections in Redis. */
@Component
public class ReadModel {
    private static final RedisScript<Long> APPLY =
            RedisScript.of(new ClassPathResource("apply-writes.lua", ReadModel.class), Long.class);
    private static final int KEYS_PER_SCAN = 1_000;

    private final StringRedisTemplate redis;
    private final Marks marks;
    private final Consumer<List<String>> afterWrite;

    @Autowired
    ReadModel(StringRedisTemplate redis, Marks marks) {
        this(redis, marks, keys -> {});
    }

    /** @param afterWrite gets the keys that a batch wrote, or may have written, its mark among them */
    ReadModel(StringRedisTemplate redis, Marks marks, Consumer<List<String>> afterWrite) {
        this.redis = redis;
        this.marks = marks;
        this.afterWrite = afterWrite;
    }

    /** Gathers the writes of the current batch of events; they reach Redis in one step, just before the batch commits. */
    public Writes writes(String projection) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        return batch.getOrComputeResource("writes of " + projection, name -> {
            Writes writes = new Writes();
            batch.onPrepareCommit(unit -> flush(projection, writes));
            return writes;
        });
    }

    /**
     * Removes a projection's keys, so that a replay can write them anew.
     *
     * @param patterns all of the projection's keys, as SCAN patterns
     */
    public void forget(String projection, String... patterns) {
        marks.beginAnew(projection);
        redis.unlink(markKey(projection));
        for (String pattern : patterns) {
            unlinkAll(pattern);
        }
    }

    static String markKey(String projection) {
        return "read:mark:" + projection;
    }

    private void flush(String projection, Writes writes) {
        Mark mark = marks.findOrCreate(projection);
        List<String> keys = new ArrayList<>(List.of(markKey(projection)));
        List<String> arguments = new ArrayList<>(
                List.of(mark.generation(), Long.toString(mark.lastIndex()), Long.toString(writes.newestIndex())));
        writes.appendTo(keys, arguments);
        Long applied = redis.execute(APPLY, keys, arguments.toArray());
        if (applied == null || applied != 1) {
            throw new ReadModelLostException(projection);
        }
        afterWrite.accept(keys);
        marks.advance(projection, writes.newestIndex());
    }

    private void unlinkAll(String pattern) {
        ScanOptions options =
                ScanOptions.scanOptions().match(pattern).count(KEYS_PER_SCAN).build();
        List<String> found = new ArrayList<>();
        try (Cursor<String> cursor = redis.scan(options)) {
            while (cursor.hasNext()) {
                found.add(cursor.next());
                if (found.size() == KEYS_PER_SCAN) {
                    redis.unlink(found);
                    found.clear();
                }
            }
        }
        redis.unlink(found);
    }
}
