package dev.flashsale.platform.hot;

import dev.flashsale.platform.security.BearerTokens;
import dev.flashsale.platform.security.CurrentUser;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request as a {@link HotRoute} sees it, and the way to answer it. */
public final class HotExchange {
    /** What browsers' fetch, curl and HTTP libraries send; any other wish is negotiated by Spring MVC. */
    private static final Set<String> ANYTHING_OR_JSON =
            Set.of("*/*", "application/json", "application/json, */*", "application/json, text/plain, */*");

    private static final Set<String> JSON = Set.of(
            "application/json",
            "application/json;charset=UTF-8",
            "application/json;charset=utf-8",
            "application/json; charset=UTF-8",
            "application/json; charset=utf-8");

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final BearerTokens tokens;
    private final HotMeters.Start start;
    private byte @Nullable [] body;

    HotExchange(HttpServletRequest request, HttpServletResponse response, BearerTokens tokens, HotMeters.Start start) {
        this.request = request;
        this.response = response;
        this.tokens = tokens;
        this.start = start;
    }

    /** Whether the request has this method, and its sender takes JSON. */
    public boolean asks(String method) {
        String accept = request.getHeader("Accept");
        return request.getMethod().equals(method) && (accept == null || ANYTHING_OR_JSON.contains(accept));
    }

    /** The path as sent, without the query. */
    public String path() {
        return request.getRequestURI();
    }

    /** What stands after the question mark. */
    public @Nullable String query() {
        return request.getQueryString();
    }

    /** What stands between prefix and suffix in the path, if that is an id of letters, digits, '-' and '_'. */
    public @Nullable String idBetween(String prefix, String suffix) {
        String path = path();
        int from = prefix.length();
        int to = path.length() - suffix.length();
        if (to <= from || !path.startsWith(prefix) || !path.endsWith(suffix)) {
            return null;
        }
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c == '-' || c == '_')) {
                return null;
            }
        }
        return path.substring(from, to);
    }

    /** A header's value; of a repeated header the first one's. */
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** The IP address that the connection comes from. */
    public String remoteAddress() {
        return request.getRemoteAddr();
    }

    /** Leaves an attribute on the request for whoever serves it if this route does not. */
    public void leaveNote(String name, Object note) {
        request.setAttribute(name, note);
    }

    /** Who sent it, if the token is valid: checked as Spring Security checks it. */
    public @Nullable CurrentUser user() {
        return tokens.userOf(request.getHeader("Authorization"));
    }

    /** The user that the token names, whether or not it is valid: good for sorting requests, never for trust. */
    public @Nullable String claimedUser() {
        return BearerTokens.claimedUserOf(request.getHeader("Authorization"));
    }

    /** The body, if it is JSON of a length that is said beforehand and at most this. */
    public byte @Nullable [] jsonBody(int mostBytes) throws IOException {
        long length = request.getContentLengthLong();
        String type = request.getContentType();
        if (length < 1 || length > mostBytes || type == null || !JSON.contains(type)) {
            return null;
        }
        body = request.getInputStream().readNBytes((int) length);
        return body;
    }

    /** Sends the answer. */
    public void answer(HotAnswer answer) throws IOException {
        // counted first: whoever has the answer finds it counted
        start.answered(answer.status());
        new AnswerWriter(request, response).write(answer);
    }

    /**
     * Promises an answer; the container's thread is free at once. Whoever has it completes it, from any thread.
     *
     * @param whenTooLate sent when nobody did so in time
     */
    public LaterAnswer answerLater(Duration patience, Supplier<HotAnswer> whenTooLate) {
        AnswerWriter writer = new AnswerWriter(request, response);
        AsyncContext context = request.startAsync(request, response);
        context.setTimeout(patience.toMillis());
        LaterAnswer later = new LaterAnswer(context, writer, whenTooLate, start);
        context.addListener(later);
        return later;
    }

    /** The request as Spring MVC shall see it: with its body, even if it was read here. */
    HttpServletRequest untouched() {
        return body == null ? request : new ReplayedRequest(request, body);
    }
}
