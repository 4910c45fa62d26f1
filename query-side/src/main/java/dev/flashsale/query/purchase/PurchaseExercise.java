package dev.flashsale.query.purchase;

import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import dev.flashsale.platform.warmup.Exercise;
import dev.flashsale.platform.warmup.LocalNode;
import dev.flashsale.platform.warmup.ShadowSales;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.stereotype.Component;

/** Asks how a purchase stands that no event tells of, and for one that is not there at all. */
@Component
@Order(3)
class PurchaseExercise implements Exercise {
    private static final Duration LASTS = Duration.ofMinutes(1);
    private static final int AN_UNKNOWN_EVERY = 4;

    private final StringRedisTemplate redis;
    private final TokenIssuer tokens;
    private final Clock clock;
    private volatile String purchaseId = ShadowSales.newId();
    private volatile String token = "";

    PurchaseExercise(StringRedisTemplate redis, TokenIssuer tokens, Clock clock) {
        this.redis = redis;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "result";
    }

    @Override
    public void prepare() {
        purchaseId = ShadowSales.newId();
        String userId = purchaseId + ":user";
        token = tokens.issue(userId, Set.of(Role.SHOPPER)).token();
        String key = PurchaseView.key(purchaseId);
        redis.opsForHash()
                .putAll(
                        key,
                        Map.of(
                                "purchaseId", purchaseId,
                                "saleId", purchaseId,
                                "userId", userId,
                                "offerId", "a",
                                "quantity", "1",
                                "amountMinor", "1",
                                "currency", "EUR",
                                "payBy", clock.instant().plus(LASTS).toString(),
                                "status", "RESERVED",
                                "asOfIndex", "0"));
        redis.expire(key, LASTS);
    }

    @Override
    public void send(LocalNode node, int number) throws IOException {
        String wanted = number % AN_UNKNOWN_EVERY == 0 ? purchaseId + "-unknown" : purchaseId;
        int unused = node.get("/api/purchases/" + wanted, Map.of("Authorization", "Bearer " + token));
    }

    @Override
    public void cleanUp() {
        redis.delete(PurchaseView.key(purchaseId));
    }
}
