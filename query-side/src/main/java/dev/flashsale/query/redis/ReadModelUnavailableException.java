package dev.flashsale.query.redis;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Redis does not answer, or does not hold everything at the moment. Whoever asked looks elsewhere; if nobody does, the
 * caller gets a 503 of type {@code /problems/read-model-unavailable}.
 */
public final class ReadModelUnavailableException extends ErrorResponseException {
    private static final String PAUSE_SECONDS = "2";

    ReadModelUnavailableException(String message, @Nullable Throwable cause) {
        super(HttpStatus.SERVICE_UNAVAILABLE, problem(), cause, message, null);
        getHeaders().set(HttpHeaders.RETRY_AFTER, PAUSE_SECONDS);
    }

    private static ProblemDetail problem() {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setType(URI.create("/problems/read-model-unavailable"));
        problem.setTitle("This cannot be looked up for the moment");
        problem.setDetail("Buying, paying and cancelling go on; what was bought is safe. Ask again soon.");
        return problem;
    }
}
