package dev.flashsale.platform.problem;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An error answer, thrown by whoever decides it: {@code throw ApiProblem.of(CONFLICT, "sold-out", "Sold out").detail("...")
 * .with("reason", reason)}. It leaves as application/problem+json (RFC 9457) with the type {@code /problems/<slug>}. The
 * slug is part of the API: clients compare it, so it never changes. Detail and members are shown to the caller.
 */
public final class ApiProblem extends ErrorResponseException {
    private ApiProblem(HttpStatusCode status, ProblemDetail body) {
        super(status, body, null);
    }

    /** A problem of this kind; the slug is in kebab-case, the title says the same in words and never varies with it. */
    public static ApiProblem of(HttpStatusCode status, String slug, String title) {
        ProblemDetail body = ProblemDetail.forStatus(status);
        body.setType(URI.create("/problems/" + slug));
        body.setTitle(title);
        return new ApiProblem(status, body);
    }

    /** 404: there is no such thing, or it is not the caller's; the answer does not tell which. */
    public static ApiProblem notFound(String detail) {
        return StandardProblem.NOT_FOUND.with(detail);
    }

    /** 400: the request breaks the contract; the detail says where, in the caller's words. */
    public static ApiProblem invalidRequest(String detail) {
        return StandardProblem.INVALID_REQUEST.with(detail);
    }

    /** 503: not now, nothing was done, the same request may succeed after the pause. */
    public static ApiProblem unavailable(String detail, Duration pause) {
        return StandardProblem.UNAVAILABLE.with(detail).retryAfter(pause);
    }

    /** What is wrong this time, and what the caller can do about it. */
    public ApiProblem detail(@Nullable String detail) {
        getBody().setDetail(detail);
        return this;
    }

    /** Adds an extension member beside type, title, status and detail. */
    public ApiProblem with(String member, @Nullable Object value) {
        getBody().setProperty(member, value);
        return this;
    }

    /** Sets Retry-After, in whole seconds, rounded up and at least one. */
    public ApiProblem retryAfter(Duration pause) {
        long seconds = Math.max(1, (pause.toMillis() + 999) / 1000);
        return header(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    }

    /** Sets a header of the answer. */
    public ApiProblem header(String name, String value) {
        getHeaders().set(name, value);
        return this;
    }

    /** The problem that this failure carries somewhere among its causes, or null. */
    static @Nullable ApiProblem in(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof ApiProblem problem) {
                return problem;
            }
            at = at.getCause();
        }
        return null;
    }

    /** Left empty: this is an answer, not a fault, and a sold-out sale throws it a hundred thousand times. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
