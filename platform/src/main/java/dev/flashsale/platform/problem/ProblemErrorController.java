package dev.flashsale.platform.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for errors raised outside Spring MVC: in filters, by the container, by {@code sendError}. */
@Controller
class ProblemErrorController implements ErrorController {
    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // without the attribute somebody asked for /error by name
        ApiProblem problem = StandardProblem.forStatus(
                status instanceof Integer code ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND);
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked) {
            problem.getBody().setInstance(URI.create(asked));
        }
        throw problem;
    }
}
