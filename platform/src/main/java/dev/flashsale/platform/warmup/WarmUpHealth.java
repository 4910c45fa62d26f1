package dev.flashsale.platform.warmup;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Part of readiness under {@code warmup}: out of service until the node is warm. */
@Component("warmup")
class WarmUpHealth extends AbstractHealthIndicator {
    private final WarmUp warmUp;

    WarmUpHealth(WarmUp warmUp) {
        this.warmUp = warmUp;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (warmUp.isWarm()) {
            health.up();
        } else {
            health.outOfService();
        }
    }
}
