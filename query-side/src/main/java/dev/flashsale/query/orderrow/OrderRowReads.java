package dev.flashsale.query.orderrow;

import dev.flashsale.kernel.purchase.PurchaseResult;
import dev.flashsale.platform.problem.ApiProblem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Answers from PostgreSQL while Redis is away, a few at a time: the database first of all has to take purchases. */
@Component
public class OrderRowReads {
    private static final int AT_ONCE = 4;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final OrderRows rows;

    OrderRowReads(OrderRows rows) {
        this.rows = rows;
    }

    /**
     * One order.
     *
     * @throws ApiProblem too many ask at once
     */
    public Optional<OrderRow> find(String orderId) {
        return limited(() -> rows.findByOrderId(orderId)).stream().findFirst();
    }

    /**
     * The purchase that became this order.
     *
     * @throws ApiProblem too many ask at once
     */
    public Optional<PurchaseResult> purchase(String purchaseId) {
        return find(purchaseId).map(OrderRow::asPurchase);
    }

    /**
     * A user's newest orders, newest first.
     *
     * @throws ApiProblem too many ask at once
     */
    public List<OrderRow> ofUser(String userId, int most) {
        return limited(() -> rows.findByUserIdOrderByPlacedAtDesc(userId, Limit.of(most)));
    }

    private <T> T limited(Supplier<T> reading) {
        if (!permits.tryAcquire()) {
            throw ApiProblem.unavailable("Too many ask at once while the fast store is away.", PAUSE);
        }
        try {
            return reading.get();
        } finally {
            permits.release();
        }
    }
}
