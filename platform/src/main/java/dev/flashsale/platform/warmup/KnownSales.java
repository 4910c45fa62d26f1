package dev.flashsale.platform.warmup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import dev.flashsale.platform.axon.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The sales that have not closed yet, as PostgreSQL's event store tells them; none where Axon Server stores the events. An
 * index over the events of sales makes each look cheap.
 */
@Component
class KnownSales {
    private static final Logger LOG = LoggerFactory.getLogger(KnownSales.class);
    private static final ObjectMapper JSON = Serialization.storedJson();
    private static final String NEWER = "select global_index, payload from domain_event_entry where type = 'FlashSale'"
            + " and global_index > ? and sequence_number = 0 order by global_index";

    /** How long before an opening a node leaves the machine alone. */
    private static final Duration ABOUT_TO_OPEN = Duration.ofSeconds(5);

    /** An event may become visible after one with a higher index. */
    private static final int LOOK_BACK = 1_000;

    private final Map<String, FlashSaleScheduled> sales = new ConcurrentHashMap<>();
    private final JdbcTemplate jdbc;
    private final ObjectProvider<SalePreparation> preparations;
    private final Clock clock;
    private final boolean areTold;
    private long seen = -1;

    KnownSales(
            JdbcTemplate jdbc,
            ObjectProvider<SalePreparation> preparations,
            Clock clock,
            @Value("${flashsale.event-store:postgresql}") String eventStore) {
        this.jdbc = jdbc;
        this.preparations = preparations;
        this.clock = clock;
        this.areTold = eventStore.equals("postgresql");
    }

    /** Fills the caches for every sale that is open or will open. */
    void prepareAll() {
        try {
            current().forEach(this::prepare);
        } catch (RuntimeException e) {
            LOG.warn("The caches were not filled; the first requests will fill them", e);
        }
    }

    /** Fills the caches for one sale. */
    void prepare(FlashSaleScheduled sale) {
        preparations.orderedStream().forEach(preparation -> {
            try {
                preparation.prepare(sale);
            } catch (RuntimeException e) {
                LOG.debug("Sale {} was not prepared by {}", sale.saleId(), preparation, e);
            }
        });
    }

    /** Whether no sale is open or about to open. Nobody can tell where Axon Server stores the events: then no. */
    boolean areQuiet() {
        Instant soon = clock.instant().plus(ABOUT_TO_OPEN);
        return areTold && current().stream().allMatch(sale -> sale.opensAt().isAfter(soon));
    }

    /** Those that have not closed yet. */
    synchronized List<FlashSaleScheduled> current() {
        jdbc.query(
                NEWER,
                row -> {
                    seen = Math.max(seen, row.getLong(1));
                    FlashSaleScheduled sale = parse(row.getBytes(2));
                    sales.put(sale.saleId(), sale);
                },
                seen - LOOK_BACK);
        Instant now = clock.instant();
        sales.values().removeIf(sale -> !now.isBefore(sale.closesAt()));
        return List.copyOf(sales.values());
    }

    private static FlashSaleScheduled parse(byte[] payload) {
        try {
            return JSON.readValue(payload, FlashSaleScheduled.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the event store holds a sale that cannot be read", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
