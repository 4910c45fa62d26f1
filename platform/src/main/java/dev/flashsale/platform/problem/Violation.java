package dev.flashsale.platform.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** One value that a constraint refused: where it stands in the request, and which rule it breaks. */
record Violation(String field, String message) {
    static List<Violation> in(MethodArgumentNotValidException ex) {
        return sorted(ex.getBindingResult().getAllErrors().stream().map(Violation::of));
    }

    static List<Violation> in(HandlerMethodValidationException ex) {
        return sorted(ex.getParameterValidationResults().stream().flatMap(result -> {
            String parameter = result.getMethodParameter().getParameterName();
            return result.getResolvableErrors().stream().map(error -> of(parameter, error));
        }));
    }

    static List<Violation> in(ConstraintViolationException ex) {
        return sorted(ex.getConstraintViolations().stream().map(v -> new Violation(lastNode(v), v.getMessage())));
    }

    private static Violation of(ObjectError error) {
        return of(error.getObjectName(), error);
    }

    private static Violation of(@Nullable String name, MessageSourceResolvable error) {
        String field = error instanceof FieldError at ? at.getField() : name;
        String message = error.getDefaultMessage();
        return new Violation(field == null ? "request" : field, message == null ? "is not allowed" : message);
    }

    private static String lastNode(ConstraintViolation<?> violation) {
        String name = "request";
        for (Path.Node node : violation.getPropertyPath()) {
            name = node.getName() == null ? name : node.getName();
        }
        return name;
    }

    /** Validators report in any order; an answer that changes from call to call cannot be tested by clients. */
    private static List<Violation> sorted(Stream<Violation> violations) {
        return violations
                .distinct()
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
    }
}
