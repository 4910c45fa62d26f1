package dev.flashsale.command.purchase;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.flashsale.kernel.sale.FlashSaleScheduled;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sales this node has heard of, read from their first event: what it says never changes. */
@Component
class SaleDirectory {
    private static final int MOST_SALES_REMEMBERED = 10_000;

    private final EventStore events;
    private final Cache<String, OfferedSale> sales =
            Caffeine.newBuilder().maximumSize(MOST_SALES_REMEMBERED).build();

    SaleDirectory(EventStore events) {
        this.events = events;
    }

    Optional<OfferedSale> find(String saleId) {
        return Optional.ofNullable(sales.get(saleId, id -> read(id).orElse(null)));
    }

    /** The sale, if somebody has asked for it before; costs no read. */
    @Nullable
    OfferedSale known(String saleId) {
        return sales.getIfPresent(saleId);
    }

    private Optional<OfferedSale> read(String saleId) {
        DomainEventStream history = events.readEvents(saleId);
        return history.hasNext() && history.next().getPayload() instanceof FlashSaleScheduled scheduled
                ? Optional.of(OfferedSale.of(scheduled))
                : Optional.empty();
    }
}
