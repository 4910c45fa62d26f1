package dev.flashsale.standalone.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.flashsale.standalone.stores.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom the gateway sends what, with instances that only say their names. */
class GatewayUpstreamsTest {
    private static final Map<String, String> NO_REDIS = Map.of("REDIS_HOST", "127.0.0.1", "REDIS_PORT", "1");

    @TempDir
    Path prefix;

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer first;
    private HttpServer second;

    @BeforeEach
    void startInstances() throws IOException {
        first = named("first");
        second = named("second");
    }

    @AfterEach
    void stopInstances() {
        first.stop(0);
        second.stop(0);
    }

    @Test
    void readsAndPurchasesGoToDifferentServicesAndWeightsAreKept() throws Exception {
        // given
        String site = upstream("command", address(first) + " weight=2", address(second) + " weight=1")
                + upstream("query", address(second))
                + upstream("saga", address(second));
        try (Nginx nginx = Nginx.start(prefix, site, NO_REDIS)) {
            // when
            Map<String, Integer> purchases = new TreeMap<>();
            for (int i = 0; i < 30; i++) {
                purchases.merge(buy(nginx.uri()).body(), 1, Integer::sum);
            }
            String read = get(nginx.uri().resolve("/api/sales")).body();

            // then
            assertThat(purchases).isEqualTo(Map.of("first", 20, "second", 10));
            assertThat(read).isEqualTo("second");
        }
    }

    @Test
    void whoeverAsksForATicketAsksWhoeverDecidesAboutPurchases() throws Exception {
        // given
        String site = upstream("command", address(first))
                + upstream("query", address(second))
                + upstream("saga", address(second));
        try (Nginx nginx = Nginx.start(prefix, site, NO_REDIS)) {
            // then
            for (String path : List.of("journey", "items/lamp/challenge", "items/lamp/ticket")) {
                assertThat(post(nginx.uri().resolve("/api/sales/s/" + path)).body())
                        .as(path)
                        .isEqualTo("first");
            }
            for (String path : List.of("blocklist", "sales/s/admission", "sales/s/allow-list")) {
                assertThat(get(nginx.uri().resolve("/api/admin/" + path)).body())
                        .as(path)
                        .isEqualTo("first");
            }
            assertThat(get(nginx.uri().resolve("/api/sales/s")).body()).isEqualTo("second");
        }
    }

    @Test
    void theBackupServesWhenTheOthersRefuseConnections() throws Exception {
        // given
        String nobody = "127.0.0.1:" + FreePort.any();
        String site = upstream("command", nobody + " max_fails=2 fail_timeout=5s", address(second) + " backup")
                + upstream("query", address(first))
                + upstream("saga", address(first));
        try (Nginx nginx = Nginx.start(prefix, site, NO_REDIS)) {
            // when
            HttpResponse<String> answer = buy(nginx.uri());

            // then
            assertThat(answer.body()).isEqualTo("second");
        }
    }

    @Test
    void aPurchaseThatWasSentIsNeverSentToAnother() throws Exception {
        // given an instance that takes the request and hangs up
        first.removeContext("/");
        first.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        String site = upstream("command", address(first), address(second) + " backup")
                + upstream("query", address(second))
                + upstream("saga", address(second));
        try (Nginx nginx = Nginx.start(prefix, site, NO_REDIS)) {
            // when
            HttpResponse<String> answer = buy(nginx.uri());

            // then
            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void theExampleForSeveralInstancesIsValid() throws Exception {
        // given the same with addresses that can be resolved here
        String example = Files.readString(ComposeFile.REPOSITORY.resolve("deploy/gateway/site-cluster.conf"));
        String site = example.replaceAll("server [a-z-]+:", "server 127.0.0.1:");

        // then
        assertThat(site).isNotEqualTo(example);
        try (Nginx nginx = Nginx.start(prefix, site, NO_REDIS)) {
            assertThat(get(nginx.uri().resolve("/actuator/health")).statusCode())
                    .isEqualTo(404);
        }
    }

    private HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> buy(URI gateway) throws IOException, InterruptedException {
        return post(gateway.resolve("/api/sales/s/purchases"));
    }

    private HttpResponse<String> post(URI uri) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Idempotency-Key", "a-key-of-mine")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static HttpServer named(String name) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = name.getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String address(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private static String upstream(String name, String... servers) {
        StringBuilder upstream = new StringBuilder("upstream " + name + " {\n");
        for (String server : servers) {
            upstream.append("    server ").append(server).append(";\n");
        }
        return upstream.append("    keepalive 4;\n}\n").toString();
    }
}
