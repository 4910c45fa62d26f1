package dev.flashsale.probe;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.security.CurrentUser;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One address for every way in which a request can fail. */
@RestController
class ProbeController {
    record Basket(
            @NotBlank String offerId,
            int quantity,
            @Nullable Instant at,
            @Nullable Kind kind,
            @Nullable Inner inner) {}

    record Inner(@Nullable List<Integer> numbers, @Nullable Boolean flag) {}

    enum Kind {
        PLAIN,
        GIFT
    }

    record Validated(
            @Size(min = 3) String name, @Min(1) @Max(9) int quantity) {}

    @PostMapping("/api/probe/basket")
    Basket basket(@RequestBody Basket basket) {
        return basket;
    }

    @PostMapping("/api/probe/validated")
    Validated validated(@RequestBody @Valid Validated body) {
        return body;
    }

    @GetMapping("/api/probe/parameter")
    int parameter(@RequestParam @Min(1) int quantity) {
        return quantity;
    }

    @PostMapping("/api/probe/header")
    String header(@RequestHeader("Idempotency-Key") String key) {
        return key;
    }

    @GetMapping(path = "/api/probe/json-only", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> jsonOnly() {
        return Map.of();
    }

    @GetMapping("/api/probe/me")
    Map<String, Object> me(CurrentUser user) {
        return Map.of("userId", user.userId(), "roles", user.roles());
    }

    @GetMapping("/api/probe/me-later")
    CompletableFuture<Map<String, Object>> meLater(CurrentUser user) {
        return CompletableFuture.supplyAsync(() -> Map.of("userId", user.userId()));
    }

    @GetMapping("/api/probe/refusal")
    void refusal() {
        throw ApiProblem.of(HttpStatus.CONFLICT, "sold-out", "Sold out")
                .detail("Every unit is taken.")
                .with("reason", "SOLD_OUT")
                .retryAfter(Duration.ofMillis(1_200));
    }

    @GetMapping("/api/probe/late-refusal")
    CompletableFuture<String> lateRefusal() {
        return CompletableFuture.failedFuture(ApiProblem.notFound("Not yet visible."));
    }

    @GetMapping("/api/probe/fault")
    void fault() {
        throw new IllegalStateException("the password of the database is hunter2");
    }

    @GetMapping("/api/probe/store-away")
    void storeAway() {
        throw new DataAccessResourceFailureException("connection to 10.0.0.5 refused");
    }

    @GetMapping("/api/probe/never")
    CompletableFuture<String> never() {
        return new CompletableFuture<>();
    }

    @GetMapping("/api/probe/send-error")
    void sendError(HttpServletResponse response) throws IOException {
        response.sendError(418, "internal words");
    }

    @GetMapping("/api/probe/hot/who")
    Map<String, String> hotWho(CurrentUser user) {
        return Map.of("userId", user.userId());
    }

    @GetMapping("/api/probe/hot/refusal")
    void hotRefusal() {
        refusal();
    }

    @GetMapping("/api/probe/hot/cached")
    ResponseEntity<Map<String, String>> hotCached() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofSeconds(1)))
                .eTag("v1")
                .body(Map.of("a", "b"));
    }

    @GetMapping("/api/probe/hot/later")
    CompletableFuture<Map<String, String>> hotLater() {
        return CompletableFuture.supplyAsync(() -> Map.of("said", "later"));
    }

    @GetMapping("/api/probe/hot/never")
    CompletableFuture<String> hotNever() {
        return new CompletableFuture<>();
    }

    @PostMapping("/api/probe/hot/echo")
    Map<String, Object> hotEcho(@RequestBody Map<String, Object> body) {
        return body;
    }

    @GetMapping("/api/sales/{saleId}")
    Map<String, String> sale(@PathVariable String saleId) {
        return Map.of("saleId", saleId);
    }

    @PostMapping("/api/sales/{saleId}/purchases")
    Map<String, String> purchase(@PathVariable String saleId, CurrentUser user) {
        return Map.of("userId", user.userId());
    }

    @PostMapping("/api/admin/sales")
    Map<String, Object> schedule(@RequestBody Map<String, Object> body) {
        return body;
    }

    @PostMapping({"/api/auth/login", "/api/payments/callback"})
    Map<String, Object> open(@RequestBody Map<String, Object> body) {
        return body;
    }
}
