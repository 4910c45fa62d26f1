package dev.flashsale.query.order;

import dev.flashsale.query.orderrow.OrderRowReads;
import dev.flashsale.query.redis.LocalCopy.Copied;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelUnavailableException;
import dev.flashsale.query.redis.RedisReads;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** A shopper's orders, from Redis; from PostgreSQL while Redis is away. */
@Component
class OrderReads {
    private static final int MOST_LISTED = 100;

    private final OrderViews views;
    private final StringRedisTemplate redis;
    private final RedisReads reads;
    private final OrderRowReads rows;
    private final Clock clock;

    OrderReads(OrderViews views, StringRedisTemplate redis, RedisReads reads, OrderRowReads rows, Clock clock) {
        this.views = views;
        this.redis = redis;
        this.reads = reads;
        this.rows = rows;
        this.clock = clock;
    }

    /** The user's newest orders, newest first. */
    Copied<List<OrderAnswer>> of(String userId) {
        Instant now = clock.instant();
        try {
            return new Copied<>(reads.list(Projections.PURCHASES, () -> listed(userId, now)), false);
        } catch (ReadModelUnavailableException e) {
            return new Copied<>(
                    rows.ofUser(userId, MOST_LISTED).stream()
                            .map(row -> OrderAnswer.of(row, now))
                            .toList(),
                    true);
        }
    }

    /** One order of this user; empty for other users' orders too. */
    Optional<OrderAnswer> find(String orderId, String userId) {
        Instant now = clock.instant();
        try {
            return reads.find(Projections.PURCHASES, () -> views.findById(orderId))
                    .filter(view -> userId.equals(view.userId()))
                    .map(view -> OrderAnswer.of(view, now));
        } catch (ReadModelUnavailableException e) {
            return rows.find(orderId).filter(row -> row.userId().equals(userId)).map(row -> OrderAnswer.of(row, now));
        }
    }

    private List<OrderAnswer> listed(String userId, Instant now) {
        Set<String> ids = redis.opsForZSet().reverseRange(OrderKeys.listOf(userId), 0, MOST_LISTED - 1);
        return Optional.ofNullable(ids).orElse(Set.of()).stream()
                .flatMap(id -> views.findById(id).stream())
                .filter(view -> view.saleId() != null)
                .map(view -> OrderAnswer.of(view, now))
                .toList();
    }
}
