package dev.flashsale.command.admission.eligibility;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.flashsale.command.admission.eligibility.FactsTable.About;
import dev.flashsale.kernel.admission.EligibilityPolicy;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Facts as they were at most a second ago: whoever asks again and again costs the database one query a second. */
@Component
class KnownFacts {
    private static final int MOST_SHOPPERS_REMEMBERED = 100_000;
    private static final Duration BELIEVED_FOR = Duration.ofSeconds(1);

    private final LoadingCache<About, Facts> facts;

    KnownFacts(FactsTable table) {
        this.facts = Caffeine.newBuilder()
                .maximumSize(MOST_SHOPPERS_REMEMBERED)
                .expireAfterWrite(BELIEVED_FOR)
                .build(table::read);
    }

    /** Throws what the database throws. */
    Facts of(EligibilityPolicy policy, String saleId, String userId) {
        return facts.get(new About(saleId, userId, policy.boughtInSaleId(), policy.notBoughtInSaleId()));
    }

    /** A merchant changed something on this node. */
    void changed() {
        facts.invalidateAll();
    }
}
