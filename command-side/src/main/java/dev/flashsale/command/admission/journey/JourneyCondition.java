package dev.flashsale.command.admission.journey;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.ticket.TicketCondition;
import dev.flashsale.command.admission.ticket.TicketRequest;
import dev.flashsale.kernel.admission.JourneyPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** No ticket for whoever cannot be a person, and a harder challenge for whoever may be none. */
@Component
@Order(20)
class JourneyCondition implements TicketCondition {
    private final Journeys journeys;
    private final Suspicion suspicion;

    JourneyCondition(Journeys journeys, Suspicion suspicion) {
        this.journeys = journeys;
        this.suspicion = suspicion;
    }

    @Override
    public @Nullable TurnedAway check(TicketRequest request) {
        Step step = journeys.onTicket(request);
        JourneyPolicy demanded = request.policy().journey();
        if (step.harder() && demanded != null) {
            suspicion.fall(request.saleId(), request.userId(), demanded.longestMs());
        }
        return step.turnedAway();
    }
}
