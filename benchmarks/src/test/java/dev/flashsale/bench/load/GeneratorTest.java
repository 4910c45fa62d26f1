package dev.flashsale.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdown();
    }

    @Test
    void everyRequestIsSentOnceAndAnsweredOverFewConnections() throws IOException {
        // given
        server.createContext("/", exchange -> answer(exchange, 200, "of known length".length()));
        // when
        Outcome outcome = run(4, 500);
        // then
        assertThat(asked).hasSize(500);
        assertThat(outcome.answers(200)).isEqualTo(500);
    }

    @Test
    void answersInChunksAreReadToTheirEnd() throws IOException {
        // given
        server.createContext("/", exchange -> answer(exchange, 409, 0));
        // when
        Outcome outcome = run(4, 300);
        // then
        assertThat(outcome.answers(409)).isEqualTo(300);
        assertThat(asked).hasSize(300);
    }

    @Test
    void aServerThatClosesEveryConnectionLosesNothing() throws IOException {
        // given
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            answer(exchange, 200, "of known length".length());
        });
        // when
        Outcome outcome = run(4, 200);
        // then
        assertThat(outcome.answers()).isEqualTo(200);
        assertThat(outcome.answers(200)).isEqualTo(200);
    }

    @Test
    void aStandstillIsChargedToEveryoneWhoCameMeanwhile() throws IOException {
        // given
        Duration standstill = Duration.ofMillis(400);
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/0")) {
                pause(standstill);
            }
            answer(exchange, 200, "of known length".length());
        });
        // when
        Outcome outcome =
                Generator.run(server.getAddress().getPort(), 1, numbered(40), new Pace(100), MINUTE, Listener.NONE);
        // then
        assertThat(outcome.latencies().p50())
                .as("half of forty came within its first 200 ms, and waited for the rest of it")
                .isGreaterThanOrEqualTo(standstill.toMillis() / 2.0 - 10);
    }

    private Outcome run(int connections, int requests) throws IOException {
        return Generator.run(
                server.getAddress().getPort(), connections, numbered(requests), Pace.AT_ONCE, MINUTE, Listener.NONE);
    }

    private static Load numbered(int requests) {
        return Load.prepared(requests, n -> Load.get("/" + n));
    }

    private void answer(HttpExchange exchange, int status, int length) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        exchange.sendResponseHeaders(status, length);
        exchange.getResponseBody().write("of known length".getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
