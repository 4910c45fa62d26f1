package dev.flashsale.query.sale;

import com.redis.om.spring.annotations.IndexCreationMode;
import com.redis.om.spring.annotations.IndexingOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.redis.core.RedisHash;

/**
 * A sale as the events tell it, without its remaining units. Instants are ISO-8601; items and bundles are the event's own
 * JSON, the admission what everybody may know of it.
 *
 * @param admission null for a sale that lets everybody try
 * @param phase SCHEDULED, OPENED, CLOSED or CANCELLED
 * @param asOfIndex position of the newest event applied
 */
@RedisHash(SaleKeys.SALE)
@IndexingOptions(creationMode = IndexCreationMode.SKIP_ALWAYS)
public record SaleView(
        @Id String saleId,
        @Nullable String title,
        @Nullable String currency,
        @Nullable String opensAt,
        @Nullable String closesAt,
        @Nullable Long paymentWindowMs,
        @Nullable String items,
        @Nullable String bundles,
        @Nullable String admission,
        @Nullable String phase,
        @Nullable Long asOfIndex) {}
