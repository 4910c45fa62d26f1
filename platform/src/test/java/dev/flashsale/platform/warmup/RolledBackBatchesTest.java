package dev.flashsale.platform.warmup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.junit.jupiter.api.Test;

class RolledBackBatchesTest {
    private final List<String> happened = new ArrayList<>();
    private final RolledBackBatches batches = new RolledBackBatches(() -> new Transaction() {
        @Override
        public void commit() {
            happened.add("transaction committed");
        }

        @Override
        public void rollback() {
            happened.add("transaction rolled back");
        }
    });

    @Test
    void everythingUpToTheCommitIsDoneAndThenTakenBack() {
        // when
        batches.handle(invoker(new Follower()), List.of(event("a"), event("b")));

        // then
        assertThat(happened)
                .containsExactly(
                        "handled a",
                        "handled b",
                        "prepared a",
                        "prepared b",
                        "written b",
                        "written a",
                        "transaction rolled back");
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
    }

    @Test
    void aHandlerThatFailsIsNotTakenForTheEnd() {
        // when
        assertThatThrownBy(() -> batches.handle(invoker(new Failing()), List.of(event("a"))))
                // then
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("broken by a");
        assertThat(happened).containsExactly("transaction rolled back");
    }

    /** Writes at both moments that handlers use. */
    final class Follower {
        @EventHandler
        void on(String event) {
            happened.add("handled " + event);
            CurrentUnitOfWork.get().onPrepareCommit(unit -> happened.add("prepared " + event));
            CurrentUnitOfWork.get().onCommit(unit -> happened.add("written " + event));
            CurrentUnitOfWork.get().afterCommit(unit -> happened.add("remembered " + event));
        }
    }

    static final class Failing {
        @EventHandler
        void on(String event) {
            throw new IllegalArgumentException("broken by " + event);
        }
    }

    private static EventMessage<String> event(String text) {
        return GenericEventMessage.asEventMessage(text);
    }

    private static EventHandlerInvoker invoker(Object handlers) {
        return SimpleEventHandlerInvoker.builder()
                .eventHandlers(handlers)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }
}
