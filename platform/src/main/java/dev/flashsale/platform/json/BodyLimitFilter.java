package dev.flashsale.platform.json;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.problem.ProblemWriter;
import dev.flashsale.platform.problem.StandardProblem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 413 to a body that says it is too large, and stops reading one that turns out to be. */
@Component
@Order(BodyLimitFilter.AFTER_SECURITY)
class BodyLimitFilter extends OncePerRequestFilter {
    /** Whoever may not call learns that first; the answer carries the security headers. */
    static final int AFTER_SECURITY = -50;

    private final BodyLimits limits;
    private final ProblemWriter problems;

    BodyLimitFilter(BodyLimits limits, ProblemWriter problems) {
        this.limits = limits;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limits.bytesFor(request.getRequestURI());
        if (request.getContentLengthLong() > limit) {
            problems.write(response, tooLarge(limit));
            return;
        }
        // a declared length is kept by the container; only a chunked body can grow
        boolean bounded = request.getContentLengthLong() >= 0 || request.getHeader("Transfer-Encoding") == null;
        chain.doFilter(bounded ? request : new BoundedRequest(request, limit), response);
    }

    static ApiProblem tooLarge(long limit) {
        return StandardProblem.TOO_LARGE.with("At most " + limit + " bytes are read here.");
    }

    private static final class BoundedRequest extends HttpServletRequestWrapper {
        private final long limit;

        BoundedRequest(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedInputStream(super.getInputStream(), limit);
        }
    }
}
