package dev.flashsale.query.sale;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.query.redis.QuerySettings;
import dev.flashsale.query.redis.ReadModelUnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * This JVM's copies of the sales. A push replaces a copy as soon as its sale changed; without one it is read again after a
 * short while, by one request for all. The last copy is still there when nothing can be read.
 */
@Component
class SaleCopies {
    private static final int MOST = 10_000;

    private final Cache<String, SaleCopy> copies =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final StoredSales stored;
    private final long lifetimeNanos;

    SaleCopies(StoredSales stored, QuerySettings settings) {
        this.stored = stored;
        this.lifetimeNanos = settings.localCopy().toNanos();
    }

    /**
     * The sale's copy, read now if need be.
     *
     * @throws ReadModelUnavailableException Redis is away, and this JVM never read the sale
     */
    SaleCopy get(String saleId) {
        SaleCopy held = copies.getIfPresent(saleId);
        return held != null && isCurrent(held)
                ? held
                : copies.asMap()
                        .compute(saleId, (id, known) -> known != null && isCurrent(known) ? known : read(id, known));
    }

    /** Reads the sale again, if it was ever asked for here; meanwhile the copy goes on answering. */
    void refresh(String saleId) {
        copies.asMap().computeIfPresent(saleId, this::read);
    }

    private boolean isCurrent(SaleCopy copy) {
        return copy.ageNanos() < lifetimeNanos;
    }

    private SaleCopy read(String saleId, @Nullable SaleCopy last) {
        try {
            return SaleCopy.of(stored.find(saleId));
        } catch (ReadModelUnavailableException e) {
            // "there was none" is nothing to go by once nobody can look
            if (last == null || last.sale().isEmpty()) {
                throw e;
            }
            return last.outdated();
        }
    }
}
