package dev.flashsale.standalone.demo;

import dev.flashsale.kernel.purchase.PurchaseId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The HTTP API as a shopper's browser uses it. Blocks; call it from virtual threads. */
final class Shop implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    // the crowd shares two cores with the server: as many requests as a server has in hand, the rest of the crowd
    // queues
    private static final int MOST_IN_FLIGHT = 128;
    private static final int CLIENT_THREADS = 2;
    private static final String BROWSER = "Mozilla/5.0 (demo)";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI base;
    private final ClientLog log;
    private final HttpClient http;
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENT_THREADS);
    private final Semaphore inFlight = new Semaphore(MOST_IN_FLIGHT, true);

    Shop(URI base, ClientLog log) {
        this.base = base;
        this.log = log;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(threads)
                .build();
    }

    Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET().build());
    }

    Answer post(String path, @Nullable String token, Object body) {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    Answer postAs(Shopper shopper, String path, Object body) {
        return send(request(path, shopper)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    Answer buy(String saleId, Shopper shopper, String offerId, int quantity, String key) {
        return buy(saleId, shopper, offerId, quantity, key, null);
    }

    Answer buy(String saleId, Shopper shopper, String offerId, int quantity, String key, @Nullable String ticket) {
        HttpRequest.Builder request = request("/api/sales/" + saleId + "/purchases", shopper);
        if (ticket != null) {
            request.header("Purchase-Ticket", ticket);
        }
        return send(request.header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        JSON.writeValueAsBytes(Map.of("offerId", offerId, "quantity", quantity))))
                .build());
    }

    /** The id that the server derives from the same three parts. */
    static String purchaseId(String saleId, Shopper shopper, String key) {
        return PurchaseId.of(saleId, shopper.userId(), key);
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(ANSWER);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder request(String path, Shopper shopper) {
        return request(path, shopper.token())
                .header("User-Agent", BROWSER)
                .header("Accept-Language", "en")
                .header("X-Forwarded-For", shopper.address());
    }

    private Answer send(HttpRequest request) {
        try {
            inFlight.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, MissingNode.getInstance());
        }
        log.countRequest();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.body().length == 0 ? MissingNode.getInstance() : JSON.readTree(response.body()));
        } catch (IOException | JacksonException broken) {
            return new Answer(0, MissingNode.getInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, MissingNode.getInstance());
        } finally {
            inFlight.release();
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        threads.shutdownNow();
    }
}
