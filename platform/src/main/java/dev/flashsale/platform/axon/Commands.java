package dev.flashsale.platform.axon;

import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.resilience.Guards;
import dev.flashsale.platform.resilience.NotCalledException;
import dev.flashsale.platform.resilience.TimedGuard;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Sends a command on behalf of an HTTP request and waits for its answer. Other nodes that do not answer are not asked. */
@Component
public class Commands {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration COME_BACK_AFTER = Duration.ofSeconds(1);

    private final CommandGateway gateway;
    private final @Nullable TimedGuard guard;

    Commands(CommandGateway gateway, Guards guards, @Value("${axon.axonserver.enabled:false}") boolean remote) {
        this.gateway = gateway;
        this.guard = remote ? guards.forCommands("commands") : null;
    }

    /**
     * The handler's answer; empty when the aggregate that the command names does not exist.
     *
     * @throws ApiProblem 503 {@code outcome-unknown} when no answer came: the command may or may not have been carried out;
     *     503 {@code unavailable} when it was not sent, because others lately got no answer
     */
    public <R> Optional<R> send(Object command, Class<R> answerType) {
        try {
            Optional<Object> answer = await(() -> sent(command));
            return answer.map(answerType::cast);
        } catch (NotCalledException e) {
            throw ApiProblem.unavailable("The command was not sent. Try again soon.", COME_BACK_AFTER);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw outcomeUnknown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outcomeUnknown();
        }
    }

    private <T> T await(Supplier<Future<T>> call) throws ExecutionException, TimeoutException, InterruptedException {
        return guard == null ? call.get().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS) : guard.call(call);
    }

    /** That an aggregate is missing is an answer like others; an interrupted handler's null promises nothing. */
    private Future<Optional<Object>> sent(Object command) {
        CompletableFuture<Object> answer = gateway.send(command);
        return answer.handle((given, failure) -> {
            if (isMissingAggregate(failure)) {
                return Optional.empty();
            }
            if (failure != null || given == null) {
                throw new CompletionException(failure != null ? failure : new IllegalStateException("no answer"));
            }
            return Optional.of(given);
        });
    }

    private static ApiProblem outcomeUnknown() {
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "outcome-unknown", "The outcome is not known yet")
                .with("outcome", "unknown")
                .retryAfter(COME_BACK_AFTER);
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
