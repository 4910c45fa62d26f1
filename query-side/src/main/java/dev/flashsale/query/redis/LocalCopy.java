package dev.flashsale.query.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.function.Function;

/**
 * This JVM's own copy of what it read: the same thing is read once per short period, however many ask, and the last copy
 * is still there when nothing can be read.
 */
public final class LocalCopy<K, V> {
    private static final int ENTRIES = 10_000;

    private final Cache<K, V> fresh;
    private final Cache<K, V> last;

    /** @param lifetime how long a copy answers before the source is asked again */
    public LocalCopy(Duration lifetime) {
        this.fresh = Caffeine.newBuilder()
                .maximumSize(ENTRIES)
                .expireAfterWrite(lifetime)
                .build();
        this.last = Caffeine.newBuilder().maximumSize(ENTRIES).build();
    }

    /**
     * The value, from the copy, from the source, or from the last copy.
     *
     * @throws ReadModelUnavailableException the source failed, and there is no last copy
     */
    public Copied<V> get(K key, Function<K, V> source) {
        try {
            return new Copied<>(fresh.get(key, missing -> read(missing, source)), false);
        } catch (ReadModelUnavailableException e) {
            V known = last.getIfPresent(key);
            if (known == null) {
                throw e;
            }
            return new Copied<>(known, true);
        }
    }

    private V read(K key, Function<K, V> source) {
        V value = source.apply(key);
        last.put(key, value);
        return value;
    }

    /**
     * A value, and whether it may be out of date.
     *
     * @param stale true when the source could not be asked
     */
    public record Copied<V>(V value, boolean stale) {}
}
