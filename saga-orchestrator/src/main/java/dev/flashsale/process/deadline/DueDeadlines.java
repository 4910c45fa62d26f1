package dev.flashsale.process.deadline;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.deadline.DeadlineException;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands over the deadlines that are due, many in one transaction, which also removes them: after a crash they are due
 * again. Several nodes may do this side by side; each takes what no other holds.
 */
public final class DueDeadlines {
    private static final Logger LOG = LoggerFactory.getLogger(DueDeadlines.class);

    private final StoredDeadlines deadlines;
    private final ScopeAwareProvider scopes;
    private final TransactionManager transactions;
    private final Clock clock;

    /** Hands over what was scheduled there to the scopes found here. */
    public DueDeadlines(
            StoredDeadlines deadlines, ScopeAwareProvider scopes, TransactionManager transactions, Clock clock) {
        this.deadlines = deadlines;
        this.scopes = scopes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Hands over the longest overdue ones, in order. If that fails, then one by one, and those that fail come later.
     *
     * @param most upper limit
     * @return how many were due
     */
    public int fire(int most) {
        List<StoredDeadline> claimed = new ArrayList<>();
        try {
            inOneTransaction(most, claimed);
        } catch (RuntimeException e) {
            if (claimed.isEmpty()) {
                throw e;
            }
            LOG.debug("{} deadlines could not be handed over together", claimed.size(), e);
            for (int each = 0; each < claimed.size(); each++) {
                fireOne();
            }
        }
        return claimed.size();
    }

    private void fireOne() {
        List<StoredDeadline> claimed = new ArrayList<>();
        try {
            inOneTransaction(1, claimed);
        } catch (RuntimeException e) {
            if (claimed.isEmpty()) {
                throw e;
            }
            LOG.warn("Deadline {} could not be handed over and will come again", claimed, e);
            transactions.executeInTransaction(() -> {
                int unused = deadlines.table().postpone(ids(claimed), clock.instant());
            });
        }
    }

    private void inOneTransaction(int most, List<StoredDeadline> claimed) {
        UnitOfWork<Message<?>> batch = DefaultUnitOfWork.startAndGet(null);
        batch.attachTransaction(transactions);
        batch.execute(() -> {
            claimed.addAll(deadlines.table().claimDue(clock.instant(), most));
            claimed.forEach(this::handOver);
            int unused = deadlines.table().delete(ids(claimed));
        });
    }

    private static List<String> ids(List<StoredDeadline> deadlines) {
        return deadlines.stream().map(StoredDeadline::id).toList();
    }

    private void handOver(StoredDeadline deadline) {
        ScopeDescriptor scope = deadline.scope(deadlines.serializer());
        DeadlineMessage<?> stored = deadline.message(deadlines.serializer());
        UnitOfWork<DeadlineMessage<?>> unit = DefaultUnitOfWork.startAndGet(stored);
        ResultMessage<?> result = unit.executeWithResult(
                () -> new DefaultInterceptorChain<>(unit, deadlines.interceptors(), message -> send(message, scope))
                        .proceed());
        if (result.isExceptional()) {
            throw new DeadlineException("deadline " + deadline.name() + " failed", result.exceptionResult());
        }
    }

    private Object send(DeadlineMessage<?> message, ScopeDescriptor scope) throws Exception {
        List<ScopeAware> receivers = scopes.provideScopeAwareStream(scope)
                .filter(receiver -> receiver.canResolve(scope))
                .toList();
        for (ScopeAware receiver : receivers) {
            receiver.send(message, scope);
        }
        return receivers.size();
    }
}
