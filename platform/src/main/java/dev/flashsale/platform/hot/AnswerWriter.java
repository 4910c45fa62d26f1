package dev.flashsale.platform.hot;

import dev.flashsale.platform.security.SecurityHeaders;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Writes a {@link HotAnswer} with the headers that every answer carries. */
final class AnswerWriter {
    private AnswerWriter() {}

    static void write(boolean secure, HttpServletResponse response, HotAnswer answer) throws IOException {
        response.setStatus(answer.status());
        String[] headers = answer.headers();
        for (int i = 0; i < headers.length; i += 2) {
            response.setHeader(headers[i], headers[i + 1]);
        }
        SecurityHeaders.write(response, secure, answer.saysHowToCache());
        String contentType = answer.contentType();
        if (contentType != null) {
            byte[] body = answer.body();
            response.setContentType(contentType);
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }
}
