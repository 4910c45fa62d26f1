package dev.flashsale.platform.axon;

import io.axoniq.axonserver.connector.AxonServerConnection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Holds the start of everything of Axon until Axon Server answers, however long that takes. Without it an event processor
 * that finds no server gives up after some seconds and takes the whole service down with it.
 */
@Component
@ConditionalOnProperty("axon.axonserver.enabled")
class AxonServerGate implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AxonServerGate.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration SAY_EVERY = Duration.ofSeconds(10);

    private final AxonServerConnectionManager connections;
    private final String servers;
    private volatile boolean passed;

    AxonServerGate(AxonServerConnectionManager connections, AxonServerConfiguration configuration) {
        this.connections = connections;
        this.servers = configuration.getServers();
    }

    @Override
    public void start() {
        // the connection goes on trying by itself, and logs why an attempt failed
        AxonServerConnection connection = connections.getConnection();
        CountDownLatch connected = new CountDownLatch(1);
        Thread watch = Thread.ofPlatform().daemon().name("axon-server-gate").start(() -> watch(connection, connected));
        try {
            // without a limit on purpose: Spring interrupts a start that waits like this when the service is told to
            // stop
            connected.await();
            passed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for Axon Server at " + servers, e);
        } finally {
            watch.interrupt();
        }
    }

    private void watch(AxonServerConnection connection, CountDownLatch connected) {
        long begun = System.nanoTime();
        long said = begun;
        try {
            while (!connection.isConnected()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
                long now = System.nanoTime();
                if (now - said >= SAY_EVERY.toNanos()) {
                    said = now;
                    LOG.warn(
                            "Still waiting for Axon Server at {}, for {} s",
                            servers,
                            TimeUnit.NANOSECONDS.toSeconds(now - begun));
                }
            }
            LOG.info("Connected to Axon Server at {}", servers);
            connected.countDown();
        } catch (InterruptedException e) {
            // the service stops before the server came
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        passed = false;
    }

    @Override
    public boolean isRunning() {
        return passed;
    }

    /** Before Axon, and long before the web server: no request comes in that could not be answered. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE - 1;
    }
}
