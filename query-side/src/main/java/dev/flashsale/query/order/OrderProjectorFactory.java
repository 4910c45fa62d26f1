package dev.flashsale.query.order;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ProjectorFactory;
import dev.flashsale.query.redis.ReadModel;
import org.springframework.stereotype.Component;

/** Orders, built beside. */
@Component
class OrderProjectorFactory implements ProjectorFactory {
    @Override
    public String projection() {
        return Projections.PURCHASES;
    }

    @Override
    public Object writingTo(ReadModel readModel) {
        return new OrderProjector(readModel);
    }
}
