package dev.flashsale.query.order;

import com.redis.om.spring.annotations.IndexCreationMode;
import com.redis.om.spring.annotations.IndexingOptions;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.redis.core.RedisHash;

/**
 * An order as the events tell it; instants are ISO-8601.
 *
 * @param asOfIndex position of the newest event applied
 */
@RedisHash(OrderKeys.ORDER)
@IndexingOptions(creationMode = IndexCreationMode.SKIP_ALWAYS)
public record OrderView(
        @Id String orderId,
        @Nullable String saleId,
        @Nullable String userId,
        @Nullable String offerId,
        @Nullable Integer quantity,
        @Nullable Long amountMinor,
        @Nullable String currency,
        @Nullable String status,
        @Nullable String placedAt,
        @Nullable String payBy,
        @Nullable Long asOfIndex) {}
