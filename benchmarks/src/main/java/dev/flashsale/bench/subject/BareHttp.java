package dev.flashsale.bench.subject;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The least that this web server can do for a request: read it, answer a constant, ahead of every other filter. */
public final class BareHttp extends HttpFilter {
    /** Where it is mounted. */
    public static final String PATH = "/bench/bare";

    private static final long serialVersionUID = 1L;
    private static final byte[] CONSTANT =
            ("{\"purchaseId\":\"00000000-0000-8000-8000-000000000000\",\"status\":\"RESERVED\","
                            + "\"receipt\":{\"stock\":\"00000000-0000-7000-8000-000000000000:item:0\",\"sequenceNumber\":10000,"
                            + "\"globalIndex\":100000}}")
                    .getBytes(StandardCharsets.US_ASCII);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        if (request.getContentLength() > 0) {
            byte[] unused = request.getInputStream().readAllBytes();
        }
        response.setContentType("application/json");
        response.setContentLength(CONSTANT.length);
        response.getOutputStream().write(CONSTANT);
    }
}
