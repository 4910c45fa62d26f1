package dev.flashsale.query.testing;

import static org.awaitility.Awaitility.await;

import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import dev.flashsale.query.redis.Projections;
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

    Shop(EventStore events, Configuration axon, TokenIssuer tokens, Environment environment) {
        this.events = events;
        this.axon = axon;
        this.tokens = tokens;
        this.environment = environment;
    }

    /** Stores events, in this order. */
    public void publish(Object... happened) {
        publish(List.of(happened));
    }

    /** Stores events, in this order. */
    public void publish(List<?> happened) {
        happened.forEach(event -> events.publish(GenericEventMessage.asEventMessage(event)));
    }

    /** Waits until every projection has followed all stored events. */
    public void awaitProjections() {
        long newest = events.createHeadToken().position().orElse(-1);
        await().atMost(PATIENCE).until(() -> Projections.ALL.stream().allMatch(name -> position(name) >= newest));
    }

    public HttpResponse<String> get(String path, String userId) throws Exception {
        return http.send(request(path, userId), HttpResponse.BodyHandlers.ofString());
    }

    public HttpRequest request(String path, String userId) {
        String token = tokens.issue(userId, Set.of(Role.SHOPPER)).token();
        String port = environment.getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .timeout(PATIENCE)
                .build();
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
