package dev.flashsale.platform.problem;

import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns whatever a controller or Spring MVC throws into a problem; what is unforeseen is logged and told to nobody. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ApiProblem carried = ApiProblem.in(ex);
        return answer(carried != null ? carried : ApiProblem.invalidRequest(JsonFault.describe(ex)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(invalid(Violation.in(ex)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return status.is5xxServerError() ? fault(ex, request) : answer(invalid(Violation.in(ex)), request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException ex, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(ApiProblem.notFound("Nothing is at this address."), request);
    }

    @ExceptionHandler(ConstraintViolationException.class)
    @Nullable
    ResponseEntity<Object> violated(ConstraintViolationException ex, WebRequest request) {
        return answer(invalid(Violation.in(ex)), request);
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    @Nullable
    ResponseEntity<Object> storeAway(Exception ex, WebRequest request) {
        logger.warn("The database did not answer", ex);
        return answer(StandardProblem.UNAVAILABLE.with("The store does not answer. Try again soon."), request);
    }

    /** Spring Security answers these, outside the dispatcher. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void denied(RuntimeException ex) {
        throw ex;
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> fault(Exception ex, WebRequest request) {
        ApiProblem carried = ApiProblem.in(ex);
        if (carried != null) {
            return answer(carried, request);
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(ex)) {
            return null;
        }
        logger.error("A request failed for a reason that no handler foresaw", ex);
        return answer(StandardProblem.INTERNAL_ERROR.with("The failure was logged."), request);
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpHeaders all = ProblemWriter.withPause(headers, status);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        ProblemDetail problem = body instanceof ProblemDetail given ? given : ProblemDetail.forStatus(status);
        return super.createResponseEntity(named(problem, status), all, status, request);
    }

    private @Nullable ResponseEntity<Object> answer(ApiProblem problem, WebRequest request) {
        return handleExceptionInternal(
                problem, problem.getBody(), problem.getHeaders(), problem.getStatusCode(), request);
    }

    private static ApiProblem invalid(List<Violation> violations) {
        return ApiProblem.invalidRequest("Some values are not allowed.").with("errors", violations);
    }

    private static ProblemDetail named(ProblemDetail problem, HttpStatusCode status) {
        URI type = problem.getType();
        if (type == null || Objects.equals(type.toString(), "about:blank")) {
            StandardProblem standard = StandardProblem.of(status);
            problem.setType(URI.create("/problems/" + standard.slug()));
            problem.setTitle(standard.title());
        }
        return problem;
    }
}
