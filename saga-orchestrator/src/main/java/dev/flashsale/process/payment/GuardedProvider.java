package dev.flashsale.process.payment;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.resilience.Guards;
import dev.flashsale.platform.resilience.NoAnswerException;
import dev.flashsale.platform.resilience.NotCalledException;
import dev.flashsale.platform.resilience.PooledGuard;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Asks the provider, but not one that is away: then shoppers are told to come back, and refunds are asked for again by the
 * process that owes them. Both may be asked for twice, since the provider carries out each once.
 */
@Component
@Primary
class GuardedProvider implements PaymentGateway {
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(2);

    private final PaymentGateway provider;
    private final PooledGuard guard;

    @Autowired
    GuardedProvider(SimulatedProvider provider, Guards guards) {
        this((PaymentGateway) provider, guards);
    }

    GuardedProvider(PaymentGateway provider, Guards guards) {
        this.provider = provider;
        this.guard = guards.apart("payment");
    }

    @Override
    public String charge(String orderId, long amountMinor, String currency) {
        return ask(() -> provider.charge(orderId, amountMinor, currency));
    }

    @Override
    public String refund(String paymentId, long amountMinor, String currency) {
        return ask(() -> provider.refund(paymentId, amountMinor, currency));
    }

    private String ask(Supplier<String> question) {
        try {
            return guard.call(question);
        } catch (NotCalledException e) {
            throw unavailable("The payment provider does not answer. Nothing was asked; try again soon.");
        } catch (NoAnswerException e) {
            throw unavailable("The payment provider did not answer in time. Asking again charges nobody twice.");
        }
    }

    private static ApiProblem unavailable(String detail) {
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "payment-unavailable", "Payment is not possible now")
                .detail(detail)
                .retryAfter(COME_BACK_AFTER);
    }
}
