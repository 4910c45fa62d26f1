package dev.flashsale.command.admission.eligibility;

import dev.flashsale.kernel.stock.ReservationConfirmed;
import java.util.LinkedHashSet;
import java.util.Set;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps who paid in which sale: a stock confirms a reservation when its order is paid, which is final. */
@Component
@ProcessingGroup(PaidPurchases.NAME)
class PaidPurchases {
    static final String NAME = "Admission_Buyers";

    private static final String ADD = "insert into sale_buyer (sale_id, user_id) values (?, ?) on conflict do nothing";

    private final JdbcTemplate jdbc;

    PaidPurchases(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Written when the batch commits, in one go and together with the processor's token. */
    @EventHandler
    void on(ReservationConfirmed event) {
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        Set<Buyer> buyers = batch.getOrComputeResource("buyers", name -> {
            Set<Buyer> added = new LinkedHashSet<>();
            batch.onPrepareCommit(unit -> write(added));
            return added;
        });
        boolean unused = buyers.add(new Buyer(event.saleId(), event.userId()));
    }

    @ResetHandler
    void reset() {
        int unused = jdbc.update("delete from sale_buyer");
    }

    private void write(Set<Buyer> buyers) {
        int[] unused = jdbc.batchUpdate(
                ADD,
                buyers.stream()
                        .map(buyer -> new Object[] {buyer.saleId(), buyer.userId()})
                        .toList());
    }

    private record Buyer(String saleId, String userId) {}
}
