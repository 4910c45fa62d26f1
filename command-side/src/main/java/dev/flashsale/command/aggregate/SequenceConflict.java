package dev.flashsale.command.aggregate;

import java.util.regex.Pattern;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Recognises that another writer extended an aggregate's history first: nothing was stored, so trying again is safe.
 *
 * <p>Between processes only the texts of an exception and of its causes travel, not their classes.
 */
public final class SequenceConflict {
    /** Axon Server's code for an event whose sequence number is taken; it does not arrive as ConcurrencyException. */
    private static final String AXON_SERVER_CODE = "AXONIQ-2000";

    /** What Axon says when PostgreSQL refused an event, the first one or a later one; its transaction is rolled back. */
    private static final Pattern TAKEN_IN_POSTGRESQL =
            Pattern.compile("An event for aggregate \\[.*] at sequence \\[\\d+] was already inserted"
                    + "|Cannot reuse aggregate identifier \\[.*] to create aggregate");

    private SequenceConflict() {}

    /** Whether the failure, or any cause of it, is such a conflict. */
    public static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConcurrencyException
                    || cause instanceof AggregateStreamCreationException
                    || tells(cause.getMessage())) {
                return true;
            }
        }
        return false;
    }

    private static boolean tells(@Nullable String message) {
        return message != null
                && (message.contains(AXON_SERVER_CODE)
                        || TAKEN_IN_POSTGRESQL.matcher(message).find());
    }
}
