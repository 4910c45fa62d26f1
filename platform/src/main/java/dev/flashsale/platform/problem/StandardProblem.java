package dev.flashsale.platform.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The problems that HTTP itself knows; one per status that this API answers with. */
public enum StandardProblem {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "invalid-request", "The request breaks the contract"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "Log in first"),
    FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "Not allowed for this account"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "Not found"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "Method not allowed"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "No acceptable form of the answer"),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "request-too-large", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "The request body must be application/json"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error", "Something failed on the server"),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available for now");

    private final HttpStatus status;
    private final String slug;
    private final String title;

    StandardProblem(HttpStatus status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    /** This problem with a detail that the caller may read. */
    public ApiProblem with(String detail) {
        return ApiProblem.of(status, slug, title).detail(detail);
    }

    /** This problem, when its title says everything. */
    public ApiProblem plain() {
        return ApiProblem.of(status, slug, title);
    }

    /** The problem for a status: an unlisted 4xx is an invalid request, anything else an internal error. */
    static StandardProblem of(HttpStatusCode status) {
        for (StandardProblem problem : values()) {
            if (problem.status.isSameCodeAs(status)) {
                return problem;
            }
        }
        return status.is4xxClientError() ? INVALID_REQUEST : INTERNAL_ERROR;
    }

    /** The problem for a status that the container has chosen, which it keeps. */
    static ApiProblem forStatus(HttpStatusCode status) {
        StandardProblem kind = of(status);
        return ApiProblem.of(status, kind.slug, kind.title);
    }

    String slug() {
        return slug;
    }

    String title() {
        return title;
    }
}
