package dev.flashsale.command.aggregate;

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
            String message = cause.getMessage();
            if (cause instanceof ConcurrencyException || (message != null && message.contains(AXON_SERVER_CODE))) {
                return true;
            }
        }
        return false;
    }
}
