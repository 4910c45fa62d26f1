package dev.flashsale.platform.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem where Spring MVC is not at hand: in filters and in Spring Security's handlers. */
@Component
public class ProblemWriter {
    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes status, headers and body, unless an answer is on its way already. */
    public void write(HttpServletResponse response, ApiProblem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.getStatusCode().value());
        problem.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        // a JSON media type has no charset parameter; a filter before this one has set one
        response.setCharacterEncoding((String) null);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = json.writeValueAsBytes(problem.getBody());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    /**
     * What Spring MVC would send for this problem at this address.
     *
     * @param path the request's path, which becomes the member {@code instance}
     */
    public RenderedProblem render(ApiProblem problem, String path) {
        problem.getBody().setInstance(URI.create(path));
        Map<String, String> headers = new LinkedHashMap<>(
                withPause(problem.getHeaders(), problem.getStatusCode()).toSingleValueMap());
        return new RenderedProblem(problem.getStatusCode().value(), headers, json.writeValueAsBytes(problem.getBody()));
    }

    /** Whoever is told "not now" is told when to come back. */
    static HttpHeaders withPause(HttpHeaders headers, HttpStatusCode status) {
        HttpHeaders all = HttpHeaders.copyOf(headers);
        if (status.value() == 503 && !all.containsHeader(HttpHeaders.RETRY_AFTER)) {
            all.set(HttpHeaders.RETRY_AFTER, "1");
        }
        return all;
    }
}
