package dev.flashsale.command.admission;

import dev.flashsale.platform.problem.ApiProblem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Why somebody may not try to buy now. Nothing was recorded under their key, which stays free.
 *
 * @param rule the rule that turned them away, in the form of a constant; part of the API and of the attempts log
 * @param status the answer's status
 * @param title says the same in words and never varies
 * @param detail what they can do about it
 * @param retryAfter when the same request may succeed; null where it never will
 * @param members further members of the answer
 * @param headers further headers of the answer
 */
public record TurnedAway(
        String rule,
        HttpStatus status,
        String title,
        @Nullable String detail,
        @Nullable Duration retryAfter,
        Map<String, Object> members,
        Map<String, String> headers) {
    public TurnedAway {
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
    }

    /** Turned away for good, as far as this request goes. */
    public static TurnedAway forGood(String rule, HttpStatus status, String title, String detail) {
        return new TurnedAway(rule, status, title, detail, null, Map.of(), Map.of());
    }

    /** Turned away for a while. */
    public static TurnedAway forNow(String rule, HttpStatus status, String title, String detail, Duration retryAfter) {
        return new TurnedAway(rule, status, title, detail, retryAfter, Map.of(), Map.of());
    }

    /** The same with one more member. */
    public TurnedAway with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new TurnedAway(rule, status, title, detail, retryAfter, more, headers);
    }

    /** The same with one more header. */
    public TurnedAway header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new TurnedAway(rule, status, title, detail, retryAfter, members, more);
    }

    /** How it is told; the problem's type is the rule in kebab-case. */
    public ApiProblem toProblem() {
        ApiProblem problem = ApiProblem.of(status, slug(), title)
                .detail(detail)
                .with("reason", rule)
                .with("recorded", false)
                .with("retryable", retryAfter != null);
        members.forEach(problem::with);
        headers.forEach(problem::header);
        return retryAfter == null ? problem : problem.retryAfter(retryAfter);
    }

    private String slug() {
        return rule.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
