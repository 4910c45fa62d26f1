package dev.flashsale.platform.axon;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** Whether this service reaches Axon Server. Axon's own indicator names a class that Boot 4 no longer has. */
@Component
@ConditionalOnProperty("axon.axonserver.enabled")
class AxonServerHealth extends AbstractHealthIndicator {
    private final AxonServerConnectionManager connections;

    AxonServerHealth(AxonServerConnectionManager connections) {
        this.connections = connections;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        if (connections.isConnected(connections.getDefaultContext())) {
            health.up();
        } else {
            health.down();
        }
    }
}
