package dev.flashsale.query.storefront.stub;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The blocklist as merchants see it. */
final class StubBlocklist {
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};
    private final StubState state;

    StubBlocklist(StubState state) {
        this.state = state;
    }

    RouterFunction<ServerResponse> routes() {
        return route().GET("/api/admin/blocklist", request -> list())
                .POST("/api/admin/blocklist", this::block)
                .DELETE("/api/admin/blocklist/{id}", this::lift)
                .build();
    }

    private ServerResponse list() {
        List<Map<String, Object>> blocked = List.copyOf(state.blocks.values());
        return ServerResponse.ok().body(Map.of("total", blocked.size(), "blocked", blocked));
    }

    private ServerResponse block(ServerRequest request) throws Exception {
        Map<String, Object> wanted = request.body(JSON);
        Object userId = wanted.get("userId");
        String id = "block-" + UUID.randomUUID();
        Map<String, Object> block = new HashMap<>();
        block.put("blockId", id);
        block.put("kind", userId == null ? "ADDRESS" : "USER");
        block.put("subject", userId == null ? "5f3a9c0d1e2b4a6978" : userId);
        block.put("reason", Objects.requireNonNull(wanted.get("reason")));
        block.put("until", Objects.requireNonNull(wanted.get("until")));
        block.put("blockedBy", "u-merchant");
        block.put("automatic", false);
        state.blocks.put(id, block);
        return ServerResponse.status(HttpStatus.CREATED).body(Map.of("blockId", id));
    }

    private ServerResponse lift(ServerRequest request) {
        state.blocks.remove(request.pathVariable("id"));
        return ServerResponse.noContent().build();
    }
}
