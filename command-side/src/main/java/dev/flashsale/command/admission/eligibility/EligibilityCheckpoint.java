package dev.flashsale.command.admission.eligibility;

import dev.flashsale.command.admission.Checkpoint;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Asks whom the sale is for whenever somebody wants to buy. */
@Component
@Order(40)
class EligibilityCheckpoint implements Checkpoint {
    private final Eligibility eligibility;

    EligibilityCheckpoint(Eligibility eligibility) {
        this.eligibility = eligibility;
    }

    @Override
    public Stage stage() {
        return Stage.WISH;
    }

    @Override
    public @Nullable TurnedAway check(Visit visit) {
        return eligibility.check(visit.policy(), visit.saleId(), visit.userId(), visit.at());
    }
}
