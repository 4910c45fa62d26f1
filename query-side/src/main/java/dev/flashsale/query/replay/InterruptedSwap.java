package dev.flashsale.query.replay;

import dev.flashsale.query.redis.Standby;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Finishes a swap in whose middle a process died, before the event processors look at their tokens. */
@Component
class InterruptedSwap implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(InterruptedSwap.class);

    private final Standby standby;
    private volatile boolean looked;

    InterruptedSwap(Standby standby) {
        this.standby = standby;
    }

    @Override
    public void start() {
        try {
            if (standby.finishInterruptedSwap()) {
                LOG.info("A swap of the read model that was interrupted is finished");
            }
        } catch (RuntimeException e) {
            LOG.debug("Redis is away: should it come back with another content, it is rebuilt", e);
        }
        looked = true;
    }

    @Override
    public void stop() {
        looked = false;
    }

    @Override
    public boolean isRunning() {
        return looked;
    }

    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE - 1;
    }
}
