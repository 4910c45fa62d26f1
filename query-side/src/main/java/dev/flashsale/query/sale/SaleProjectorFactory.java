package dev.flashsale.query.sale;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ProjectorFactory;
import dev.flashsale.query.redis.ReadModel;
import org.springframework.stereotype.Component;

/** Sales, built beside. */
@Component
class SaleProjectorFactory implements ProjectorFactory {
    @Override
    public String projection() {
        return Projections.SALES;
    }

    @Override
    public Object writingTo(ReadModel readModel) {
        return new SaleProjector(readModel);
    }
}
