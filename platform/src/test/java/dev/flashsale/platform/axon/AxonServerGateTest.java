package dev.flashsale.platform.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AxonServerGateTest {
    private final int port = unusedPort();
    private final AxonServerConfiguration configuration = AxonServerConfiguration.builder()
            .servers("127.0.0.1:" + port)
            .componentName("gate-test")
            .build();
    private AxonServerConnectionManager connections;
    private AxonServerGate gate;

    @BeforeEach
    void connect() {
        configuration.setReconnectInterval(50);
        connections = AxonServerConnectionManager.builder()
                .axonServerConfiguration(configuration)
                .build();
        gate = new AxonServerGate(connections, configuration);
    }

    @AfterEach
    void disconnect() {
        connections.shutdown();
    }

    @Test
    void aServiceThatStartsBeforeTheServerWaitsForIt() throws Exception {
        // given a start that finds nobody listening
        Thread starting = Thread.ofPlatform().unstarted(gate::start);
        starting.start();
        await().until(() -> starting.getState() == Thread.State.WAITING);
        assertThat(gate.isRunning()).isFalse();
        // when the server comes
        try (ListeningServer server = ListeningServer.on(port)) {
            // then the start goes on
            starting.join();
            assertThat(gate.isRunning()).isTrue();
            assertThat(new AxonServerHealth(connections).health().getStatus().getCode())
                    .isEqualTo("UP");
        }
    }

    @Test
    void aServiceThatIsStoppedWhileItWaitsEnds() throws Exception {
        // given a start that waits
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread starting = Thread.ofPlatform()
                .uncaughtExceptionHandler((t, e) -> end.set(e))
                .unstarted(gate::start);
        starting.start();
        await().until(() -> starting.getState() == Thread.State.WAITING);
        // when it is told to stop, as Spring does
        starting.interrupt();
        starting.join();
        // then it says what it waited for
        assertThat(end.get()).hasMessage("stopped while waiting for Axon Server at 127.0.0.1:" + port);
        assertThat(new AxonServerHealth(connections).health().getStatus().getCode())
                .isEqualTo("DOWN");
    }

    @Test
    void theGateComesBeforeAnythingOfAxon() {
        assertThat(gate.getPhase()).isLessThan(SpringAxonConfiguration.LIFECYCLE_PHASE);
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
