package dev.flashsale.process.deadline;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.deadline.AbstractDeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Deadlines in PostgreSQL, written with the unit of work that sets or cancels them: one statement for all it sets, one for
 * all it cancels. Whoever fires them hands each over at least once; {@link DueDeadlines} does.
 */
public final class StoredDeadlines extends AbstractDeadlineManager {
    private static final String KEY = StoredDeadlines.class.getName();

    private final DeadlineTable table;
    private final TransactionManager transactions;
    private final Serializer serializer;

    /** @param connections must hand out the current transaction's connection */
    public StoredDeadlines(ConnectionProvider connections, TransactionManager transactions, Serializer serializer) {
        this.table = new DeadlineTable(connections);
        this.transactions = transactions;
        this.serializer = serializer;
    }

    @Override
    public String schedule(Instant dueAt, String name, @Nullable Object messageOrPayload, ScopeDescriptor scope) {
        String id = IdentifierFactory.getInstance().generateIdentifier();
        DeadlineMessage<Object> message = GenericDeadlineMessage.asDeadlineMessage(name, messageOrPayload, dueAt);
        change(pending -> pending.schedule(
                StoredDeadline.of(id, dueAt, scope, processDispatchInterceptors(message), serializer)));
        return id;
    }

    @Override
    public void cancelSchedule(String name, String id) {
        change(pending -> pending.cancel(id));
    }

    @Override
    public void cancelAll(String name) {
        change(pending -> {
            pending.cancelIf(deadline -> deadline.name().equals(name));
            int unused = table.deleteNamed(name);
        });
    }

    @Override
    public void cancelAllWithinScope(String name, ScopeDescriptor scope) {
        SerializedObject<String> text = serializer.serialize(scope, String.class);
        String type = text.getType().getName();
        change(pending -> {
            pending.cancelIf(deadline -> deadline.name().equals(name)
                    && deadline.scopeType().equals(type)
                    && deadline.scope().equals(text.getData()));
            int unused = table.deleteWithin(name, type, text.getData());
        });
    }

    DeadlineTable table() {
        return table;
    }

    Serializer serializer() {
        return serializer;
    }

    List<MessageHandlerInterceptor<? super DeadlineMessage<?>>> interceptors() {
        return handlerInterceptors();
    }

    /** When the current unit of work commits, as Axon's managers do it, or at once without one. */
    private void change(Consumer<PendingDeadlines> change) {
        if (CurrentUnitOfWork.isStarted()) {
            runOnPrepareCommitOrNow(
                    () -> change.accept(pending(CurrentUnitOfWork.get().root())));
        } else {
            transactions.executeInTransaction(() -> {
                PendingDeadlines pending = new PendingDeadlines();
                change.accept(pending);
                pending.writeTo(table);
            });
        }
    }

    private PendingDeadlines pending(UnitOfWork<?> root) {
        return root.getOrComputeResource(KEY, key -> {
            PendingDeadlines pending = new PendingDeadlines();
            root.onCommit(unit -> pending.writeTo(table));
            return pending;
        });
    }
}
