package dev.flashsale.platform.axon;

import dev.flashsale.platform.problem.ApiProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends a command on behalf of an HTTP request and waits for its answer. */
@Component
public class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CommandGateway gateway;

    Commands(CommandGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * The handler's answer; empty when the aggregate that the command names does not exist.
     *
     * @throws ApiProblem 503 {@code outcome-unknown} when no answer came: the command may or may not have been carried out
     */
    public <R> Optional<R> send(Object command, Class<R> answerType) {
        try {
            Object answer = gateway.<Object>send(command).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            // an interrupted handler answers null, and that promises nothing
            return Optional.of(Optional.ofNullable(answerType.cast(answer)).orElseThrow(Commands::outcomeUnknown));
        } catch (ExecutionException e) {
            if (isMissingAggregate(e)) {
                return Optional.empty();
            }
            throw outcomeUnknown();
        } catch (TimeoutException e) {
            throw outcomeUnknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outcomeUnknown();
        }
    }

    private static ApiProblem outcomeUnknown() {
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "outcome-unknown", "The outcome is not known yet")
                .with("outcome", "unknown")
                .retryAfter(Duration.ofSeconds(1));
    }

    /** Whether the failure, or any cause of it, says that there is no such aggregate. Over the wire only its text comes. */
    public static boolean isMissingAggregate(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (cause instanceof AggregateNotFoundException
                    || (message != null && message.contains("not found in the event store"))) {
                return true;
            }
        }
        return false;
    }
}
