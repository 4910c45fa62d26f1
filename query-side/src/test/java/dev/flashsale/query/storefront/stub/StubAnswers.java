package dev.flashsale.query.storefront.stub;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.ServerResponse;

/** Answers of every kind of stub. */
final class StubAnswers {
    private StubAnswers() {}

    static ServerResponse problem(HttpStatus status, String name) {
        return problem(status, name, Map.of());
    }

    static ServerResponse problem(HttpStatus status, String name, Map<String, Object> members) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("/problems/" + name));
        members.forEach(problem::setProperty);
        return ServerResponse.status(status)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
