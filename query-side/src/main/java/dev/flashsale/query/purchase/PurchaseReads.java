package dev.flashsale.query.purchase;

import dev.flashsale.kernel.purchase.FindPurchase;
import dev.flashsale.kernel.purchase.PurchaseResult;
import dev.flashsale.query.orderrow.OrderRowReads;
import dev.flashsale.query.redis.LocalCopy.Copied;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelUnavailableException;
import dev.flashsale.query.redis.RedisReads;
import dev.flashsale.query.sale.SaleReads;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.HashOperations;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Purchases, read from Redis; while Redis is away those that became an order are read from PostgreSQL. */
@Component
class PurchaseReads {
    /** ISO 4217 for "no currency": nothing is to be paid for a refused purchase of an unknown sale. */
    private static final String NO_CURRENCY = "XXX";

    private final HashOperations<String, String, String> hashes;
    private final RedisReads redis;
    private final OrderRowReads rows;
    private final SaleReads sales;

    PurchaseReads(StringRedisTemplate template, RedisReads redis, OrderRowReads rows, SaleReads sales) {
        this.hashes = template.opsForHash();
        this.redis = redis;
        this.rows = rows;
        this.sales = sales;
    }

    @QueryHandler
    @Nullable
    PurchaseResult handle(FindPurchase query) {
        return find(query.purchaseId()).value().orElse(null);
    }

    /**
     * A purchase; empty when the projection does not know it (yet).
     *
     * @throws ReadModelUnavailableException Redis is away, and the purchase has no order row
     */
    Copied<Optional<PurchaseResult>> find(String purchaseId) {
        try {
            return new Copied<>(inRedis(purchaseId), false);
        } catch (ReadModelUnavailableException e) {
            Optional<PurchaseResult> row = rows.purchase(purchaseId);
            if (row.isEmpty()) {
                throw e;
            }
            return new Copied<>(row, true);
        }
    }

    /** @throws ReadModelUnavailableException Redis is away */
    Optional<PurchaseResult> inRedis(String purchaseId) {
        return redis.find(Projections.PURCHASES, () -> stored(purchaseId)).map(this::result);
    }

    // a purchase whose facts did not arrive yet has no sale
    private Optional<PurchaseView> stored(String purchaseId) {
        return Optional.of(
                        PurchaseView.of(purchaseId, hashes.multiGet(PurchaseView.key(purchaseId), PurchaseView.FIELDS)))
                .filter(view -> view.saleId() != null);
    }

    private PurchaseResult result(PurchaseView view) {
        String saleId = known(view.saleId());
        boolean refused = view.isRefused();
        String currency = view.currency();
        return new PurchaseResult(
                view.purchaseId(),
                saleId,
                known(view.userId()),
                known(view.offerId()),
                known(view.quantity()),
                view.state(),
                refused ? view.reason() : null,
                refused || view.amountMinor() == null ? 0 : view.amountMinor(),
                currency != null ? currency : sales.currencyOf(saleId).orElse(NO_CURRENCY),
                refused || view.payBy() == null ? null : Instant.parse(view.payBy()),
                view.orderId(),
                known(view.asOfIndex()));
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value, "facts of a purchase are written together");
    }
}
