package dev.flashsale.process.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.resilience.Guards;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A payment provider that is away is spared, and shoppers hear so; once it is back, they pay. */
class GuardedProviderTest {
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);

    private final PaymentGateway provider = new PaymentGateway() {
        @Override
        public String charge(String orderId, long amountMinor, String currency) {
            asked.incrementAndGet();
            if (away.get()) {
                throw new IllegalStateException("away");
            }
            return "pay_" + orderId;
        }

        @Override
        public String refund(String paymentId, long amountMinor, String currency) {
            try {
                hanging.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "ref_" + paymentId;
        }
    };

    private final GuardedProvider guarded = new GuardedProvider(provider, Guards.unwatched());

    @Test
    void aProviderThatIsAwayIsSparedUntilItIsBack() {
        // given
        away.set(true);
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> charge()).isInstanceOf(IllegalStateException.class);
        }

        // when, then
        assertThatThrownBy(() -> charge()).isInstanceOfSatisfying(ApiProblem.class, problem -> {
            assertThat(problem.getStatusCode().value()).isEqualTo(503);
            assertThat(problem.getBody().getType()).hasPath("/problems/payment-unavailable");
            assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("2");
        });
        assertThat(asked).hasValue(20);

        // when it is back
        away.set(false);

        // then
        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> charge().equals("pay_order-1"));
    }

    @Test
    void aRefundThatIsNotAnsweredIsLeftToBeAskedForAgain() {
        // when, then
        assertThatThrownBy(() -> guarded.refund("pay_1", 100, "EUR")).isInstanceOf(ApiProblem.class);
        hanging.countDown();
        assertThat(guarded.refund("pay_1", 100, "EUR")).isEqualTo("ref_pay_1");
    }

    private String charge() {
        return guarded.charge("order-1", 100, "EUR");
    }
}
