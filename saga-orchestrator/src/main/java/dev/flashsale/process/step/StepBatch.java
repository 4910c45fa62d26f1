package dev.flashsale.process.step;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Commands on their way; over Axon Server they travel together, in one process each is done when it was sent. */
final class StepBatch {
    private static final long PATIENCE_SECONDS = 30;

    private final CommandGateway gateway;
    private final List<CompletableFuture<Object>> sent = new ArrayList<>();

    StepBatch(CommandGateway gateway) {
        this.gateway = gateway;
    }

    void send(Object command) {
        sent.add(gateway.send(command));
    }

    /** Waits for all; throws when one failed or did not answer, so that the events come again. */
    void join() {
        for (CompletableFuture<Object> step : sent) {
            try {
                Object unused = step.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IllegalStateException("a step of a process failed and will be repeated: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted before a step was confirmed", e);
            }
        }
    }
}
