package dev.flashsale.platform.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** The address that a real Tomcat tells, to a client on this machine. */
class ClientAddressTest {
    private static final String ME = "127.0.0.1";

    /** Answers with the address that it sees. */
    private static final class Echo extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.getWriter().print(request.getRemoteAddr());
        }
    }

    @Test
    void withoutATrustedProxyTenThousandMadeUpHeadersChangeNothing() {
        // given
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        // then
        seen(List.of(), (http, at) -> {
            for (int i = 0; i < 10_000; i++) {
                HttpRequest.Builder request = HttpRequest.newBuilder(at);
                for (String name : List.of("X-Forwarded-For", "Forwarded", "X-Real-IP")) {
                    if (random.nextInt(3) > 0) {
                        request.header(name, name.equals("Forwarded") ? "for=" + madeUp(random) : madeUp(random));
                    }
                }
                assertThat(body(http, request)).as("seed %d", seed).isEqualTo(ME);
            }
        });
    }

    @Test
    void aTrustedProxyTellsTheClientsAddress() {
        seen(List.of("127.0.0.0/8"), (http, at) -> {
            assertThat(body(http, forwarded(at, "203.0.113.9"))).isEqualTo("203.0.113.9");
            assertThat(body(http, forwarded(at, "2001:db8::7"))).isEqualTo("2001:db8::7");
            assertThat(body(http, HttpRequest.newBuilder(at))).isEqualTo(ME);
        });
    }

    @Test
    void whatAClientWroteBeforeItsProxyDidIsNotBelieved() {
        seen(List.of("127.0.0.1/32", "10.1.0.0/16"), (http, at) -> {
            assertThat(body(http, forwarded(at, "198.51.100.1, 203.0.113.9"))).isEqualTo("203.0.113.9");
            // a second trusted proxy in between is walked past
            assertThat(body(http, forwarded(at, "198.51.100.1, 203.0.113.9, 10.1.2.3")))
                    .isEqualTo("203.0.113.9");
        });
    }

    @Test
    void aProxyThatIsNotTrustedIsTheClient() {
        seen(
                List.of("10.1.0.0/16"),
                (http, at) ->
                        assertThat(body(http, forwarded(at, "203.0.113.9"))).isEqualTo(ME));
    }

    @Test
    void aSettingThatIsNoNetworkEndsTheStart() {
        assertThatThrownBy(() -> new ClientAddress(List.of(".*"))).hasMessageContaining("no network");
        assertThatThrownBy(() -> new ClientAddress(List.of("10.1.2.3"))).hasMessageContaining("no network");
    }

    private interface Look {
        void at(HttpClient http, URI server);
    }

    private static void seen(List<String> proxies, Look look) {
        TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
        new ClientAddress(proxies).customize(factory);
        WebServer server = factory.getWebServer(
                context -> context.addServlet("echo", new Echo()).addMapping("/"));
        server.start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            look.at(http, URI.create("http://127.0.0.1:" + server.getPort() + "/"));
        } finally {
            server.stop();
        }
    }

    private static HttpRequest.Builder forwarded(URI at, String addresses) {
        return HttpRequest.newBuilder(at).header("X-Forwarded-For", addresses);
    }

    private static String body(HttpClient http, HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String madeUp(Random random) {
        String address = random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256) + ".7";
        return random.nextBoolean() ? address : "127.0.0.1, " + address;
    }
}
