package dev.flashsale.platform.hot;

import dev.flashsale.platform.security.SecurityHeaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/** Writes a {@link HotAnswer} to one request, with the headers that every answer carries. */
final class AnswerWriter {
    private static final HeaderBlock[] SECURITY = {
        new HeaderBlock(SecurityHeaders.lines(false, false)),
        new HeaderBlock(SecurityHeaders.lines(false, true)),
        new HeaderBlock(SecurityHeaders.lines(true, false)),
        new HeaderBlock(SecurityHeaders.lines(true, true))
    };

    private final HttpServletResponse response;
    private final boolean secure;
    private final @Nullable MimeHeaders headers;

    AnswerWriter(HttpServletRequest request, HttpServletResponse response) {
        this.response = response;
        this.secure = request.isSecure();
        this.headers = HeaderListValve.of(request);
    }

    void write(HotAnswer answer) throws IOException {
        response.setStatus(answer.status());
        answer.headers().addTo(response, headers);
        security(answer.saysHowToCache()).addTo(response, headers);
        byte[] body = answer.body();
        if (body != null) {
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    private HeaderBlock security(boolean saysHowToCache) {
        return SECURITY[(secure ? 2 : 0) + (saysHowToCache ? 1 : 0)];
    }
}
