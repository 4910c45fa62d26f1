package dev.flashsale.query.testing;

import static org.awaitility.Awaitility.await;

import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import dev.flashsale.query.redis.Projections;
import dev.flashsale.query.redis.ReadModelState;
import dev.flashsale.query.redis.RedisReads;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** What tests do with the query side from outside. */
@TestComponent
public class Shop {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final EventStore events;
    private final Configuration axon;
    private final TokenIssuer tokens;
    private final Environment environment;
    private final ReadModelState state;
    private final RedisReads reads;

    Shop(
            EventStore events,
            Configuration axon,
            TokenIssuer tokens,
            Environment environment,
            ReadModelState state,
            RedisReads reads) {
        this.events = events;
        this.axon = axon;
        this.tokens = tokens;
        this.environment = environment;
        this.state = state;
        this.reads = reads;
    }

    /** Stores events, in this order. */
    public void publish(Object... happened) {
        publish(List.of(happened));
    }

    /** Stores events, in this order. */
    public void publish(List<?> happened) {
        happened.forEach(event -> events.publish(GenericEventMessage.asEventMessage(event)));
    }

    /** Waits until every projection has followed all stored events, and Redis holds all of it. */
    public void awaitProjections() {
        TrackingToken head = events.createHeadToken();
        long newest = head == null ? -1 : head.position().orElse(-1);
        await().atMost(PATIENCE)
                .until(() -> isComplete() && Projections.ALL.stream().allMatch(name -> position(name) >= newest));
    }

    /** Waits until one projection has followed all stored events. */
    public void awaitProjection(String projection) {
        TrackingToken head = events.createHeadToken();
        long newest = head.position().orElseThrow();
        await().atMost(PATIENCE).until(() -> position(projection) >= newest);
    }

    /** Waits until reads are answered from Redis again. */
    public void awaitReads() {
        await().atMost(PATIENCE).until(() -> {
            get("/api/orders", "nobody");
            return reads.breakerState().equals("CLOSED") && isComplete();
        });
    }

    private boolean isComplete() {
        return Projections.IN_REDIS.stream().allMatch(name -> state.check(name) == ReadModelState.Condition.COMPLETE);
    }

    public HttpResponse<String> get(String path, String userId, String... headers) throws Exception {
        return http.send(request(path, userId, headers), HttpResponse.BodyHandlers.ofString());
    }

    public HttpRequest request(String path, String userId, String... headers) {
        String token = tokens.issue(userId, Set.of(Role.SHOPPER)).token();
        String port = environment.getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE);
        for (int name = 0; name < headers.length; name += 2) {
            request.header(headers[name], headers[name + 1]);
        }
        return request.build();
    }

    public HttpClient http() {
        return http;
    }

    private long position(String projection) {
        return axon
                .eventProcessingConfiguration()
                .eventProcessor(projection, StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .values()
                .stream()
                .filter(status -> !status.isErrorState())
                .mapToLong(status -> status.getCurrentPosition().orElse(-1))
                .max()
                .orElse(-1);
    }
}
