package dev.flashsale.query.purchase;

import dev.flashsale.kernel.purchase.FindPurchase;
import dev.flashsale.kernel.purchase.PurchaseResult;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.QueryUpdateEmitter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells those who listen to a purchase how it stands now, once Redis holds it; a replay of the past tells nobody. */
@Component
class PurchaseUpdates {
    private static final Logger LOG = LoggerFactory.getLogger(PurchaseUpdates.class);

    private final QueryUpdateEmitter emitter;
    private final PurchaseReads reads;

    PurchaseUpdates(QueryUpdateEmitter emitter, PurchaseReads reads) {
        this.emitter = emitter;
        this.reads = reads;
    }

    void changed(String purchaseId, TrackingToken token) {
        if (ReplayToken.isReplay(token)) {
            return;
        }
        UnitOfWork<?> batch = CurrentUnitOfWork.get().root();
        Set<String> changed = batch.getOrComputeResource("changed purchases", name -> {
            Set<String> ids = new HashSet<>();
            batch.afterCommit(unit -> tell(ids));
            return ids;
        });
        changed.add(purchaseId);
    }

    private void tell(Set<String> changed) {
        changed.retainAll(listenedTo());
        for (String purchaseId : changed) {
            try {
                reads.inRedis(purchaseId).ifPresent(this::emit);
            } catch (RuntimeException e) {
                // the batch is committed: nothing may stop the projection for it, and streams look again by themselves
                LOG.warn("No update was sent for purchase {}", purchaseId, e);
            }
        }
    }

    private void emit(PurchaseResult result) {
        emitter.emit(FindPurchase.class, query -> query.purchaseId().equals(result.purchaseId()), result);
    }

    private Set<String> listenedTo() {
        return emitter.activeSubscriptions().stream()
                .map(subscription -> subscription.getPayload())
                .filter(FindPurchase.class::isInstance)
                .map(query -> ((FindPurchase) query).purchaseId())
                .collect(Collectors.toSet());
    }
}
