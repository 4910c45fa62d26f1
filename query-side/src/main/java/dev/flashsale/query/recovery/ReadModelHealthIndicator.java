package dev.flashsale.query.recovery;

import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelState;
import dev.flashsale.query.redis.ReadModelState.Condition;
import dev.flashsale.query.redis.RedisReads;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/**
 * Shows the read model under {@code readModel}. Without Redis it is DEGRADED and not DOWN: buying goes on, and taking the
 * service out of the load balancer would stop what still works.
 */
@Component
class ReadModelHealthIndicator implements HealthIndicator {
    private static final Status DEGRADED = new Status("DEGRADED");

    private final ReadModelState state;
    private final RedisReads reads;

    ReadModelHealthIndicator(ReadModelState state, RedisReads reads) {
        this.state = state;
        this.reads = reads;
    }

    @Override
    public Health health() {
        boolean complete = Projections.IN_REDIS.stream().allMatch(name -> state.condition(name) == Condition.COMPLETE);
        Health.Builder health = Health.status(complete ? Status.UP : DEGRADED);
        Projections.IN_REDIS.forEach(name -> health.withDetail(name, state.condition(name)));
        return health.withDetail("redisReads", reads.breakerState()).build();
    }
}
