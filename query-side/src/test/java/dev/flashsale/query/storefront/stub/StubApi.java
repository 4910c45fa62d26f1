package dev.flashsale.query.storefront.stub;

import static java.util.concurrent.CompletableFuture.delayedExecutor;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The REST contract in the small: what the pages need, and no more. */
final class StubApi {
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};
    private final StubState state;
    private final StubGate gate;

    StubApi(StubState state) {
        this.state = state;
        this.gate = new StubGate(state);
    }

    RouterFunction<ServerResponse> routes() {
        return route().POST("/api/auth/{way}", this::signIn)
                .GET("/api/time", request -> ok(Map.of("serverTime", state.now())))
                .GET("/api/sales", request -> sales())
                .GET("/api/sales/{id}", this::detail)
                .POST("/api/sales/{id}/purchases", this::buy)
                .GET("/api/purchases/{id}", this::purchase)
                .GET("/api/purchases/{id}/events", this::events)
                .GET("/api/orders", request -> orders())
                .POST("/api/orders/{id}/payment", request -> later(request, "PAID"))
                .POST("/api/orders/{id}/cancel", request -> later(request, "CANCELLED"))
                .POST("/api/admin/sales", this::schedule)
                .POST("/api/admin/sales/{id}/cancel", this::cancelSale)
                .GET("/api/admin/sales/{id}/admission", request -> ok(state.policy))
                .PUT("/api/admin/sales/{id}/admission", this::setAdmission)
                .POST("/api/admin/sales/{id}/items/{item}/stock", this::addStock)
                .build()
                .and(gate.routes())
                .and(new StubBlocklist(state).routes());
    }

    private ServerResponse signIn(ServerRequest request) throws Exception {
        String name = text(request.body(JSON), "username");
        if (name.equals("nobody")) return StubAnswers.problem(HttpStatus.UNAUTHORIZED, "unauthorized");
        List<String> roles = name.equals("merchant") ? List.of("merchant") : List.of("shopper");
        return ServerResponse.status(request.path().endsWith("register") ? HttpStatus.CREATED : HttpStatus.OK)
                .body(Map.of(
                        "userId",
                        "u-" + name,
                        "username",
                        name,
                        "roles",
                        roles,
                        "token",
                        "token-of-" + name,
                        "expiresAt",
                        state.now().plus(Duration.ofHours(8))));
    }

    private ServerResponse sales() {
        return ok(Map.of(
                "serverTime", state.now(),
                "sales",
                        state.sales.values().stream()
                                .map(sale -> sale.summary(state.now()))
                                .toList()));
    }

    private ServerResponse detail(ServerRequest request) {
        StubSale sale = state.sales.get(request.pathVariable("id"));
        return sale == null ? StubAnswers.problem(HttpStatus.NOT_FOUND, "not-found") : ok(sale.detail(state.now()));
    }

    private ServerResponse buy(ServerRequest request) throws Exception {
        if (isStranger(request)) return StubAnswers.problem(HttpStatus.UNAUTHORIZED, "unauthorized");
        StubSale sale = sale(request);
        String key = Objects.requireNonNull(request.headers().firstHeader("Idempotency-Key"));
        Map<String, Object> body = request.body(JSON);
        if (sale.status(state.now()).equals("UPCOMING")) return StubAnswers.problem(HttpStatus.CONFLICT, "not-open");
        ServerResponse turnedAway = gate.turnedAway(request, sale, text(body, "offerId"), key);
        if (turnedAway != null) return turnedAway;
        if (sale.remaining == 0 || state.nextIsRefused()) return StubAnswers.problem(HttpStatus.CONFLICT, "sold-out");
        StubPurchase purchase = state.purchase(sale, key, text(body, "offerId"), number(body, "quantity"));
        if (state.nextAnswerIsUnclear()) return StubAnswers.problem(HttpStatus.SERVICE_UNAVAILABLE, "outcome-unknown");
        later(300, purchase.purchaseId(), "AWAITING_PAYMENT");
        return ServerResponse.accepted()
                .body(Map.of(
                        "purchaseId",
                        purchase.purchaseId(),
                        "status",
                        "RESERVED",
                        "receipt",
                        Map.of("stock", "s:kettle:0", "sequenceNumber", 7, "globalIndex", 42)));
    }

    private ServerResponse purchase(ServerRequest request) {
        StubPurchase known = state.purchases.get(request.pathVariable("id"));
        return known == null || isStranger(request)
                ? StubAnswers.problem(HttpStatus.NOT_FOUND, "not-found")
                : ok(known.result(state.now()));
    }

    private ServerResponse events(ServerRequest request) {
        if (isStranger(request) || !state.streamsGetThrough())
            return StubAnswers.problem(HttpStatus.NOT_FOUND, "not-found");
        return ServerResponse.sse(stream -> state.watch(request.pathVariable("id"), newer -> {
            try {
                stream.comment("heartbeat");
                stream.event("purchase").data(newer.result(state.now()));
                if (newer.isFinal()) stream.complete();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    private ServerResponse orders() {
        return ok(Map.of(
                "stale",
                false,
                "orders",
                state.newestFirst().stream()
                        .map(each -> each.order(state.now()))
                        .toList()));
    }

    private ServerResponse schedule(ServerRequest request) throws Exception {
        Map<String, Object> body = request.body(JSON);
        state.schedule(body);
        // the read side follows the write side
        delayedExecutor(700, TimeUnit.MILLISECONDS)
                .execute(() -> state.sale("scheduled", text(body, "title"), Duration.ofSeconds(30), 50));
        return ServerResponse.status(HttpStatus.CREATED).body(Map.of("saleId", "scheduled"));
    }

    private ServerResponse cancelSale(ServerRequest request) {
        sale(request).cancel();
        return ServerResponse.noContent().build();
    }

    private ServerResponse setAdmission(ServerRequest request) throws Exception {
        state.policy = request.body(JSON);
        return ServerResponse.noContent().build();
    }

    private ServerResponse addStock(ServerRequest request) throws Exception {
        sale(request).remaining += number(request.body(JSON), "units");
        return ServerResponse.noContent().build();
    }

    private ServerResponse later(ServerRequest request, String status) {
        later(300, request.pathVariable("id"), status);
        return ServerResponse.accepted().body(Map.of("paymentId", "p1"));
    }

    private void later(long ms, String purchaseId, String status) {
        delayedExecutor(ms, TimeUnit.MILLISECONDS).execute(() -> state.become(purchaseId, status));
    }

    private StubSale sale(ServerRequest request) {
        return state.sale(request.pathVariable("id"));
    }

    private static boolean isStranger(ServerRequest request) {
        String token = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        return token == null || !token.startsWith("Bearer token-of-");
    }

    private static String text(Map<String, Object> body, String name) {
        return (String) Objects.requireNonNull(body.get(name), name);
    }

    private static int number(Map<String, Object> body, String name) {
        return (Integer) Objects.requireNonNull(body.get(name), name);
    }

    private static ServerResponse ok(Object body) {
        return ServerResponse.ok().body(body);
    }
}
