package dev.flashsale.command.admission;

import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.platform.attempt.AttemptLog;
import dev.flashsale.platform.problem.ApiProblem;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps for the analyst who was turned away on the way to a ticket: they wanted to buy and got no further. */
@Component
public class GateLog {
    private final AttemptLog attempts;
    private final MeterRegistry meters;

    GateLog(AttemptLog attempts, MeterRegistry meters) {
        this.attempts = attempts;
        this.meters = meters;
    }

    /** Lets them on, or records and throws why not. */
    public void letOn(@Nullable TurnedAway turnedAway, String saleId, String offerId, String userId, Instant at) {
        if (turnedAway != null) {
            throw recorded(turnedAway, saleId, offerId, userId, at);
        }
    }

    /** Records why somebody is turned away, and says how it is told. */
    public ApiProblem recorded(TurnedAway turnedAway, String saleId, String offerId, String userId, Instant at) {
        attempts.record(new Attempt(Attempt.micros(at), saleId, userId, true, offerId, 0, turnedAway.rule(), null));
        meters.counter("flashsale.gate.turned.away", "reason", turnedAway.rule())
                .increment();
        return turnedAway.toProblem();
    }
}
