package dev.flashsale.command.admission;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.sale.AdmissionSet;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** What each sale demands, as its events say; a change on another node is known here within a second. */
@Component
public class AdmissionPolicies {
    private static final int MOST_SALES_REMEMBERED = 10_000;
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(250);
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(1);

    private final LoadingCache<String, AdmissionPolicy> policies;

    AdmissionPolicies(EventStore events) {
        this.policies = Caffeine.newBuilder()
                .maximumSize(MOST_SALES_REMEMBERED)
                .refreshAfterWrite(LOOK_AGAIN_AFTER)
                .expireAfterWrite(BELIEVED_FOR)
                .build(saleId -> read(events, saleId));
    }

    /** What the sale demands; {@link AdmissionPolicy#OPEN} of one that demands nothing or does not exist. */
    public AdmissionPolicy of(String saleId) {
        return policies.get(saleId);
    }

    /** The sale's policy was changed on this node. */
    public void changed(String saleId) {
        policies.invalidate(saleId);
    }

    private static AdmissionPolicy read(EventStore events, String saleId) {
        AdmissionPolicy last = AdmissionPolicy.OPEN;
        DomainEventStream history = events.readEvents(saleId);
        while (history.hasNext()) {
            if (history.next().getPayload() instanceof AdmissionSet set) {
                last = set.policy();
            }
        }
        return last;
    }
}
