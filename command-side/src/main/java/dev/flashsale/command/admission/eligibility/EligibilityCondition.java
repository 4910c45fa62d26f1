package dev.flashsale.command.admission.eligibility;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.ticket.TicketCondition;
import dev.flashsale.command.admission.ticket.TicketRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives no ticket to whom it would not help, before their answer to a challenge is used up. */
@Component
@Order(5)
class EligibilityCondition implements TicketCondition {
    private final Eligibility eligibility;

    EligibilityCondition(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    @Override
    public @Nullable TurnedAway check(TicketRequest request) {
        return eligibility.check(request.policy(), request.saleId(), request.userId(), request.at());
    }
}
