package dev.flashsale.platform.problem;

import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in the caller's words what is wrong with a body. Jackson's own messages name classes and are not for callers. */
final class JsonFault {
    private static final int LONGEST_PATH = 120;

    private JsonFault() {}

    static String describe(HttpMessageNotReadableException ex) {
        if (!(ex.getCause() instanceof JacksonException fault)) {
            return "The body is missing or cannot be read.";
        }
        if (fault instanceof UnrecognizedPropertyException) {
            return "Unknown field: " + path(fault) + ".";
        }
        if (fault instanceof StreamConstraintsException) {
            return "The body is nested too deeply, or holds a name or number too long.";
        }
        if (fault instanceof StreamReadException) {
            return "The body is not well-formed JSON, or names a field twice.";
        }
        return fault.getPath().isEmpty()
                ? "The body is not what this address expects."
                : "The value is missing or of the wrong type: " + path(fault) + ".";
    }

    private static String path(JacksonException ex) {
        String path = ex.getPath().stream().map(JsonFault::step).collect(Collectors.joining("."));
        return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "...";
    }

    private static String step(Reference reference) {
        return reference.getPropertyName() != null
                ? reference.getPropertyName()
                : Integer.toString(reference.getIndex());
    }
}
