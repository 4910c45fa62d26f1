package dev.flashsale.command.admission.step;

import dev.flashsale.command.admission.Gate;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.platform.problem.ApiProblem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The gate on the way to a ticket. Every step asks it first, and tells it of whom the step itself turns away: they wanted to
 * buy and got no further, which the analyst is to see and the blocklist to count.
 */
@Component
public class StepGate {
    private final Gate gate;
    private final StepLimits limits;
    private final GateLog log;

    StepGate(Gate gate, StepLimits limits, GateLog log) {
        this.gate = gate;
        this.limits = limits;
        this.log = log;
    }

    /**
     * Lets somebody take a step, unless they are blocked or come too often.
     *
     * @param visit whose token was checked
     * @param offerId what the step is about; null where it is about the sale
     * @throws ApiProblem why they may not
     */
    public void pass(WayStep step, Visit visit, @Nullable String offerId) {
        TurnedAway blocked = gate.checkStep(visit);
        if (blocked != null) {
            throw log.recorded(blocked, visit, offerId);
        }
        letOn(limits.check(step, visit), visit, offerId);
    }

    /**
     * Lets them on, unless the step itself says why not.
     *
     * @throws ApiProblem why not
     */
    public void letOn(@Nullable TurnedAway turnedAway, Visit visit, @Nullable String offerId) {
        if (turnedAway != null) {
            throw turnedAway(turnedAway, visit, offerId);
        }
    }

    /** Whom the step itself turns away, as it is told; to be thrown. */
    public ApiProblem turnedAway(TurnedAway turnedAway, Visit visit, @Nullable String offerId) {
        gate.tell(Stage.USER, visit, turnedAway);
        return log.recorded(turnedAway, visit, offerId);
    }
}
