package dev.flashsale.query.purchase;

import dev.flashsale.platform.hot.HotAnswer;
import dev.flashsale.platform.hot.HotExchange;
import dev.flashsale.platform.hot.HotRoute;
import dev.flashsale.platform.problem.ProblemWriter;
import dev.flashsale.platform.security.CurrentUser;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.json.JsonMapper;

/** How a purchase stands, ahead of the dispatcher. What cannot be looked up is left to {@link PurchaseController}. */
@Component
class PurchaseRoute implements HotRoute {
    private static final String AFTER = "after=";
    private static final OptionalLong ANY = OptionalLong.of(-1);
    private static final int LONGEST_INDEX = 18;

    private final PurchaseResults results;
    private final ProblemWriter problems;
    private final JsonMapper json;

    PurchaseRoute(PurchaseResults results, ProblemWriter problems, JsonMapper json) {
        this.results = results;
        this.problems = problems;
        this.json = json;
    }

    @Override
    public String name() {
        return "purchase";
    }

    @Override
    public boolean serve(HotExchange exchange) throws IOException {
        String purchaseId = exchange.idBetween("/api/purchases/", "");
        if (purchaseId == null || !exchange.asks("GET")) {
            return false;
        }
        OptionalLong after = afterIn(exchange.query());
        CurrentUser user = exchange.user();
        if (after.isEmpty() || user == null) {
            return false;
        }
        try {
            exchange.answer(results.find(purchaseId, after.getAsLong(), user.userId())
                    .map(this::found)
                    .orElseGet(() -> HotAnswer.of(problems.render(PurchaseResults.unknown(), exchange.path()))));
            return true;
        } catch (ErrorResponseException e) {
            return false;
        }
    }

    private HotAnswer found(PurchaseAnswer answer) {
        return HotAnswer.json(HttpStatus.OK.value(), json.writeValueAsBytes(answer))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** Empty for a query of another form. */
    private static OptionalLong afterIn(@Nullable String query) {
        if (query == null) {
            return ANY;
        }
        String digits = query.startsWith(AFTER) ? query.substring(AFTER.length()) : "";
        boolean isIndex = !digits.isEmpty()
                && digits.length() <= LONGEST_INDEX
                && digits.chars().allMatch(digit -> digit >= '0' && digit <= '9');
        return isIndex ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
