package dev.flashsale.platform.problem;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * Tomcat's last word on requests that it refuses before any filter runs, such as an address that is not a URI. Tomcat makes
 * it by class name, hence public.
 */
public final class ProblemReportValve extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        StandardProblem problem = StandardProblem.of(HttpStatusCode.valueOf(status));
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding("UTF-8");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write("{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d}"
                        .formatted(problem.slug(), problem.title(), status));
                response.finishResponse();
            }
        } catch (IOException e) {
            // the client has gone: nobody is left to tell
            container.getLogger().debug("No error answer could be written", e);
        }
    }
}
