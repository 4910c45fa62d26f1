package dev.flashsale.platform.security;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.problem.ProblemWriter;
import dev.flashsale.platform.problem.StandardProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Spring Security's refusals as problems: 401 without a valid token, 403 with one that does not suffice. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
            throws IOException {
        // why a token fails helps nobody but its forger; the challenge says only that it does (RFC 6750, 3.1)
        ApiProblem problem = ex instanceof InvalidBearerTokenException
                ? StandardProblem.UNAUTHENTICATED
                        .with("The token is not valid, or no longer.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"")
                : StandardProblem.UNAUTHENTICATED
                        .with("Send a token: Authorization: Bearer <token>.")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(response, problem);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
            throws IOException {
        problems.write(response, StandardProblem.FORBIDDEN.plain());
    }

    void rejected(HttpServletResponse response) throws IOException {
        problems.write(response, ApiProblem.invalidRequest("The address or a header holds characters not allowed."));
    }
}
