package dev.flashsale.command.aggregate;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.AggregateCacheEntry;

/**
 * Holds aggregates strongly, by number and idle time. Axon's own weak cache loses a hot stock at the next garbage
 * collection, and the purchase that comes then waits until ten thousand events were read again.
 *
 * <p>Another node may have written since. A decision that appends an event is then refused by the event store's unique
 * sequence; a decision that appends nothing, such as "this reservation is unknown here" or "this bucket is empty", would
 * stand. So an entry is only handed out while the event store has nothing newer.
 */
final class StrongCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final Function<String, Optional<Long>> lastSequenceNumber;

    StrongCache(long maximumSize, Duration idle, Function<String, Optional<Long>> lastSequenceNumber) {
        this.lastSequenceNumber = lastSequenceNumber;
        entries = Caffeine.newBuilder()
                .maximumSize(maximumSize)
                .expireAfterAccess(idle)
                .build();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // Axon's signature: absent is null
    public <K, V> V get(K key) {
        Object entry = entries.getIfPresent(key);
        if (entry instanceof AggregateCacheEntry<?> cached && !isCurrent(key.toString(), cached)) {
            entries.invalidate(key);
            return null;
        }
        return (V) entry;
    }

    @SuppressWarnings("NullAway") // an entry that is held strongly ignores what it would need to be built anew
    private boolean isCurrent(String aggregateId, AggregateCacheEntry<?> cached) {
        Long version = cached.recreateAggregate(null, null, null).version();
        return version != null
                && version.equals(lastSequenceNumber.apply(aggregateId).orElse(null));
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T computeIfAbsent(Object key, Supplier<T> valueSupplier) {
        return (T) entries.get(key, absent -> valueSupplier.get());
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.asMap().containsKey(key);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (present, value) -> update.apply((V) value));
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        // Axon registers listeners only for its weak caches' bookkeeping; entries here leave without being told
        return () -> false;
    }
}
