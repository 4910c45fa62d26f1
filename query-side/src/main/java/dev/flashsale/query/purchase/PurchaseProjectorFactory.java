package dev.flashsale.query.purchase;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ProjectorFactory;
import dev.flashsale.query.redis.ReadModel;
import org.springframework.stereotype.Component;

/** Purchases, built beside. */
@Component
class PurchaseProjectorFactory implements ProjectorFactory {
    @Override
    public String projection() {
        return Projections.PURCHASES;
    }

    @Override
    public Object writingTo(ReadModel readModel) {
        return PurchaseProjector.silent(readModel);
    }
}
