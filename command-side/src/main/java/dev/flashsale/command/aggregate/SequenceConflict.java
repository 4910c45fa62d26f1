package dev.flashsale.command.aggregate;

import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/** Recognises that another writer extended an aggregate's history first: nothing was stored, so trying again is safe. */
public final class SequenceConflict {
    /** Axon Server's code for an event whose sequence number is taken; it does not arrive as ConcurrencyException. */
    private static final String AXON_SERVER_CODE = "AXONIQ-2000";

    private SequenceConflict() {}

    /** Whether the failure, or any cause of it, is such a conflict. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || names(AXON_SERVER_CODE, cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean names(String code, Throwable cause) {
        String message = cause.getMessage();
        return message != null && message.contains(code);
    }
}
