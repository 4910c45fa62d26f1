package dev.flashsale.command.admission.step;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.platform.attempt.AttemptLog;
import dev.flashsale.platform.problem.ApiProblem;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps for the analyst who was turned away on the way to a ticket. */
@Component
class GateLog {
    private final AttemptLog attempts;
    private final MeterRegistry meters;

    GateLog(AttemptLog attempts, MeterRegistry meters) {
        this.attempts = attempts;
        this.meters = meters;
    }

    /** Records why somebody is turned away, and says how it is told. */
    ApiProblem recorded(TurnedAway turnedAway, Visit visit, @Nullable String offerId) {
        attempts.record(new Attempt(
                Attempt.micros(visit.at()), visit.saleId(), visit.userId(), true, offerId, 0, turnedAway.rule(), null));
        meters.counter("flashsale.gate.turned.away", "reason", turnedAway.rule())
                .increment();
        return turnedAway.toProblem();
    }
}
