package dev.flashsale.query.storefront.stub;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The gate in the small: it asks, and it looks at answers as the real one does. */
final class StubGate {
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};
    private static final int ATTEMPTS = 3;

    private final StubState state;
    private final Map<String, StubChallenge> asked = new ConcurrentHashMap<>();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final Map<String, String> issued = new ConcurrentHashMap<>();
    private final Map<String, String> usedBy = new ConcurrentHashMap<>();

    StubGate(StubState state) {
        this.state = state;
    }

    RouterFunction<ServerResponse> routes() {
        return route().POST("/api/sales/{id}/journey", this::journey)
                .POST("/api/sales/{id}/items/{offer}/challenge", this::challenge)
                .POST("/api/sales/{id}/items/{offer}/ticket", this::ticket)
                .build();
    }

    private ServerResponse journey(ServerRequest request) {
        return created(Map.of("journey", "journey-" + state.journeys.incrementAndGet(), "openedAt", state.now()));
    }

    private ServerResponse challenge(ServerRequest request) throws Exception {
        StubSale sale = state.sale(request.pathVariable("id"));
        if (lacksJourney(sale, request.body(JSON))) {
            return StubAnswers.problem(HttpStatus.FORBIDDEN, "journey-expired");
        }
        if (sale.challenge == null) {
            Map<String, Object> nothing = new HashMap<>();
            nothing.put("kind", null);
            return ServerResponse.ok().body(nothing);
        }
        state.challenges.incrementAndGet();
        String id = "challenge-" + UUID.randomUUID();
        StubChallenge made = StubChallenge.of(sale.challenge);
        asked.put(id, made);
        Map<String, Object> answer = new LinkedHashMap<>(made.presentation());
        answer.put("challengeId", id);
        answer.put("kind", sale.challenge);
        answer.put("expiresAt", state.now().plusSeconds(120));
        answer.put("attemptsLeft", ATTEMPTS);
        return created(answer);
    }

    private ServerResponse ticket(ServerRequest request) throws Exception {
        StubSale sale = state.sale(request.pathVariable("id"));
        Map<String, Object> body = request.body(JSON);
        state.evidence = numbers(body.get("evidence"));
        if (lacksJourney(sale, body)) {
            return StubAnswers.problem(HttpStatus.FORBIDDEN, "journey-expired");
        }
        String id = (String) body.get("challengeId");
        StubChallenge challenge = id == null ? null : asked.get(id);
        if (sale.challenge != null && challenge == null) {
            return StubAnswers.problem(HttpStatus.FORBIDDEN, "challenge-required");
        }
        if (id != null && challenge != null && !challenge.isAnsweredBy(body.get("answer"))) {
            int left = ATTEMPTS - attempts.merge(id, 1, Integer::sum);
            return StubAnswers.problem(
                    HttpStatus.FORBIDDEN, "challenge-failed", Map.of("attemptsLeft", left, "recorded", false));
        }
        state.tickets.incrementAndGet();
        String ticket = "ticket-" + UUID.randomUUID();
        issued.put(ticket, sale.saleId + "/" + request.pathVariable("offer"));
        return created(Map.of("ticket", ticket, "expiresAt", state.now().plus(Duration.ofMinutes(5))));
    }

    /** Why the gate does not let a purchase through, or null. */
    @Nullable
    ServerResponse turnedAway(ServerRequest request, StubSale sale, String offerId, String key) {
        ServerResponse said = state.nextAtTheGate();
        if (said != null || !sale.ticket) {
            return said;
        }
        String ticket = request.headers().firstHeader("Purchase-Ticket");
        if (ticket == null) {
            return StubAnswers.problem(HttpStatus.FORBIDDEN, "ticket-required");
        }
        if (!(sale.saleId + "/" + offerId).equals(issued.get(ticket))) {
            return StubAnswers.problem(HttpStatus.FORBIDDEN, "ticket-invalid");
        }
        String first = usedBy.putIfAbsent(ticket, key);
        return first == null || first.equals(key) ? null : StubAnswers.problem(HttpStatus.CONFLICT, "ticket-used");
    }

    private static boolean lacksJourney(StubSale sale, Map<String, Object> body) {
        return sale.journey && !(body.get("journey") instanceof String note && note.startsWith("journey-"));
    }

    private static Map<String, Object> numbers(@Nullable Object evidence) {
        Map<String, Object> numbers = new HashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(evidence)).forEach((name, value) -> numbers.put((String) name, value));
        return numbers;
    }

    private static ServerResponse created(Map<String, Object> body) {
        return ServerResponse.status(HttpStatus.CREATED).body(body);
    }
}
