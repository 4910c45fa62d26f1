package dev.flashsale.process.deadline;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.messaging.ScopeDescriptor;

/** Takes what is handed over, and fails for the payloads it is told to. */
final class Receiver implements ScopeAware, ScopeAwareProvider {
    final List<Object> received = new CopyOnWriteArrayList<>();
    final Set<Object> refused = ConcurrentHashMap.newKeySet();

    @Override
    public void send(Message<?> message, ScopeDescriptor scope) {
        if (refused.contains(message.getPayload())) {
            throw new IllegalStateException("not now");
        }
        received.add(message.getPayload());
    }

    @Override
    public boolean canResolve(ScopeDescriptor scope) {
        return true;
    }

    @Override
    public Stream<ScopeAware> provideScopeAwareStream(ScopeDescriptor scope) {
        return Stream.of(this);
    }
}
