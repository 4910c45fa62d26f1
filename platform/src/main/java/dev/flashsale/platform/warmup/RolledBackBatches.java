package dev.flashsale.platform.warmup;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.springframework.stereotype.Component;

/** Hands batches of events to handlers as a processor does, up to the commit, and rolls back instead of committing. */
@Component
class RolledBackBatches {
    private final TransactionManager transactions;

    RolledBackBatches(TransactionManager transactions) {
        this.transactions = transactions;
    }

    /**
     * Handles the events.
     *
     * @throws IllegalStateException a handler failed
     */
    void handle(EventHandlerInvoker handlers, List<? extends EventMessage<?>> events) {
        BatchingUnitOfWork<EventMessage<?>> batch = new BatchingUnitOfWork<>(List.copyOf(events));
        batch.attachTransaction(transactions);
        // a unit of work commits last what was attached first: all that the handlers ask for has been done by then
        batch.onCommit(unit -> {
            throw new EndOfRehearsal();
        });
        ResultMessage<Object> result = batch.executeWithResult(() -> {
            handlers.handle(batch.getMessage(), Segment.ROOT_SEGMENT);
            return Boolean.TRUE;
        });
        if (!(result.exceptionResult() instanceof EndOfRehearsal)) {
            throw new IllegalStateException("a rehearsal failed", result.exceptionResult());
        }
    }

    /** Not a failure: the way to have a unit of work rolled back. */
    private static final class EndOfRehearsal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        EndOfRehearsal() {
            super("the rehearsal is over", null, false, false);
        }
    }
}
