package dev.flashsale.query.sale;

import dev.flashsale.query.redis.LocalCopy;
import dev.flashsale.query.redis.LocalCopy.Copied;
import dev.flashsale.query.redis.ReadModelUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sales, from this JVM's copies. */
@Component
public class SaleReads {
    private static final Duration IDS_LIFETIME = Duration.ofMillis(100);
    private static final String EVERYTHING = "";

    private final SaleCopies copies;
    private final StoredSales stored;
    private final LocalCopy<String, List<String>> ids = new LocalCopy<>(IDS_LIFETIME);

    SaleReads(SaleCopies copies, StoredSales stored) {
        this.copies = copies;
        this.stored = stored;
    }

    /**
     * The sales that open last, latest opening first.
     *
     * @throws ReadModelUnavailableException Redis is away, and this JVM never read the list
     */
    List<SaleSnapshot> all() {
        return ids.get(EVERYTHING, all -> stored.ids()).value().stream()
                .flatMap(id -> copies.get(id).sale().stream())
                .toList();
    }

    /**
     * The same, without whatever only an older copy tells.
     *
     * @throws ReadModelUnavailableException Redis is away, and this JVM never read the list
     */
    List<SaleSnapshot> certain() {
        Copied<List<String>> listed = ids.get(EVERYTHING, all -> stored.ids());
        List<String> known = listed.stale() ? List.of() : listed.value();
        return known.stream()
                .map(copies::get)
                .filter(copy -> !copy.isStale())
                .flatMap(copy -> copy.sale().stream())
                .toList();
    }

    /** The currency of a sale's prices, when the sale is known. */
    public Optional<String> currencyOf(String saleId) {
        try {
            return copies.get(saleId).sale().map(SaleSnapshot::currency);
        } catch (ReadModelUnavailableException e) {
            return Optional.empty();
        }
    }
}
