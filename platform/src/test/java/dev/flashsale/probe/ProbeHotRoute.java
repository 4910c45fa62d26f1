package dev.flashsale.probe;

import dev.flashsale.platform.hot.HotAnswer;
import dev.flashsale.platform.hot.HotExchange;
import dev.flashsale.platform.hot.HotRoute;
import dev.flashsale.platform.hot.LaterAnswer;
import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.problem.ProblemWriter;
import dev.flashsale.platform.problem.StandardProblem;
import dev.flashsale.platform.security.CurrentUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** The hot twin of the addresses /api/probe/hot/... of {@link ProbeController}. */
class ProbeHotRoute implements HotRoute {
    private final ProblemWriter problems;

    ProbeHotRoute(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public String name() {
        return "probe";
    }

    @Override
    public boolean serve(HotExchange exchange) throws IOException {
        String what = exchange.idBetween("/api/probe/hot/", "");
        if (what == null) {
            return false;
        }
        if (exchange.asks("POST")) {
            byte[] body = exchange.jsonBody(1_000);
            if (body == null || body.length > 10) {
                return false;
            }
            exchange.answer(HotAnswer.json(200, body));
            return true;
        }
        return exchange.asks("GET") && get(exchange, what);
    }

    private boolean get(HotExchange exchange, String what) throws IOException {
        CurrentUser user = exchange.user();
        if (user == null) {
            return false;
        }
        switch (what) {
            case "who" -> exchange.answer(json("{\"userId\":\"" + user.userId() + "\"}"));
            case "refusal" -> exchange.answer(refusal(exchange.path()));
            case "cached" ->
                exchange.answer(json("{\"a\":\"b\"}")
                        .header("Cache-Control", "max-age=1")
                        .header("ETag", "\"v1\""));
            case "later" -> {
                LaterAnswer later = exchange.answerLater(Duration.ofSeconds(5), () -> json("{}"));
                var unused = CompletableFuture.runAsync(() -> later.complete(json("{\"said\":\"later\"}")));
            }
            case "never" -> {
                String path = exchange.path();
                exchange.answerLater(Duration.ofMillis(50), () -> tooLate(path));
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private HotAnswer refusal(String path) {
        try {
            new ProbeController().refusal();
            throw new AssertionError("the controller refuses");
        } catch (ApiProblem problem) {
            return HotAnswer.of(problems.render(problem, path));
        }
    }

    private HotAnswer tooLate(String path) {
        return HotAnswer.of(problems.render(StandardProblem.UNAVAILABLE.plain(), path));
    }

    private static HotAnswer json(String text) {
        return HotAnswer.json(200, text.getBytes(StandardCharsets.UTF_8));
    }
}
