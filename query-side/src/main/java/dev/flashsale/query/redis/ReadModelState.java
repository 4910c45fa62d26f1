package dev.flashsale.query.redis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** What the last check found: is what Redis holds what was written to it? */
@Component
public class ReadModelState {
    /** How a projection in Redis stands. */
    public enum Condition {
        /** All that was written is there. */
        COMPLETE,
        /** It is being written anew from the event store. */
        REBUILDING,
        /** Redis lost it, in whole or in part, or holds somebody else's. */
        LOST,
        /** Redis does not answer. */
        AWAY
    }

    private static final Logger LOG = LoggerFactory.getLogger(ReadModelState.class);

    private final Map<String, Mark> known = new ConcurrentHashMap<>();
    private final Map<String, Condition> conditions = new ConcurrentHashMap<>();
    private final HashOperations<String, String, String> hashes;
    private final Marks marks;

    ReadModelState(StringRedisTemplate redis, Marks marks) {
        this.hashes = redis.opsForHash();
        this.marks = marks;
    }

    /**
     * Looks again.
     *
     * @param newestEvent position of the newest event in the store: Redis cannot be right when it is ahead of that. Asked
     *     after Redis, because events go on being added
     */
    public Condition check(String projection, LongSupplier newestEvent) {
        // PostgreSQL first: a batch reaches Redis before it commits, so an honest Redis is never behind what is read
        // here
        Optional<Mark> mark = marks.find(projection);
        mark.ifPresent(found -> known.put(projection, found));
        Condition condition = compare(projection, mark.orElse(null), newestEvent);
        if (condition == Condition.LOST) {
            // perhaps another content was being swapped in: its mark is known once that has been committed
            mark = marks.findSettled(projection);
            mark.ifPresent(found -> known.put(projection, found));
            condition = compare(projection, mark.orElse(null), newestEvent);
        }
        conditions.put(projection, condition);
        return condition;
    }

    /** Looks again, without asking the event store. */
    public Condition check(String projection) {
        return check(projection, () -> Long.MAX_VALUE);
    }

    /** What the last check found; COMPLETE before the first. */
    public Condition condition(String projection) {
        return conditions.getOrDefault(projection, Condition.COMPLETE);
    }

    /** The newest event applied as of the last check; -1 when none. */
    public long lastIndex(String projection) {
        Mark mark = known.get(projection);
        return mark == null ? -1 : mark.lastIndex();
    }

    /** Asks Redis whether it still holds the projection's content, for readers that did not find what they looked for. */
    boolean holdsContent(String projection) {
        Mark mark = known.get(projection);
        return mark == null
                || mark.lastIndex() < 0
                || mark.generation().equals(hashes.get(ReadModel.markKey(projection), "generation"));
    }

    private Condition compare(String projection, @Nullable Mark mark, LongSupplier newestEvent) {
        List<@Nullable String> inRedis;
        try {
            inRedis = hashes.multiGet(ReadModel.markKey(projection), List.of("generation", "index"));
        } catch (RuntimeException e) {
            LOG.debug("Redis does not answer", e);
            return Condition.AWAY;
        }
        String generation = inRedis.get(0);
        if (generation == null) {
            return mark == null || mark.lastIndex() < 0 ? progress(mark) : Condition.LOST;
        }
        long index = Long.parseLong(String.valueOf(inRedis.get(1)));
        boolean isOurs = mark != null && mark.generation().equals(generation) && index >= mark.lastIndex();
        return isOurs && index <= newestEvent.getAsLong() ? progress(mark) : Condition.LOST;
    }

    private static Condition progress(@Nullable Mark mark) {
        return mark != null && mark.isRebuilding() ? Condition.REBUILDING : Condition.COMPLETE;
    }
}
