package dev.flashsale.analysis.store;

import dev.flashsale.analysis.audit.OrderRow;
import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.event.EventStream;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The events of one context of an Axon Server, up to the newest one there was when the source was opened. */
public final class AxonServerSource implements EventSource {
    private static final int SECONDS_TO_ANSWER = 10;
    private static final int EVENTS_AHEAD = 5_000;

    private final String name;
    private final AxonServerConnectionFactory factory;
    private final EventChannel events;
    private final Span span;

    private AxonServerSource(String name, AxonServerConnectionFactory factory, EventChannel events) throws IOException {
        this.name = name;
        this.factory = factory;
        this.events = events;
        long last = answer(events.getLastToken());
        // an empty store answers -1
        this.span = last < 0 ? Span.NONE : new Span(Math.max(0, answer(events.getFirstToken())), last);
    }

    /**
     * Connects to a server, in the clear.
     *
     * @param token what the server asks clients for; absent when it asks for none
     */
    public static AxonServerSource open(String host, int port, String context, @Nullable String token)
            throws IOException {
        AxonServerConnectionFactory.Builder builder = AxonServerConnectionFactory.forClient("flashsale analysis")
                .routingServers(new ServerAddress(host, port))
                .connectTimeout(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        AxonServerConnectionFactory factory = (token == null ? builder : builder.token(token)).build();
        try {
            AxonServerConnection connection = factory.connect(context);
            return new AxonServerSource(
                    "Axon Server %s:%d, context %s".formatted(host, port, context), factory, connection.eventChannel());
        } catch (IOException | RuntimeException e) {
            factory.shutdown();
            throw e instanceof IOException known ? known : new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Span span() {
        return span;
    }

    @Override
    public void raw(Span range, Consumer<RawEvent> reader) throws IOException {
        Span wanted = range.within(span);
        if (wanted.isEmpty()) {
            return;
        }
        // a stream starts behind the token that it is given
        try (EventStream stream = events.openStream(wanted.first() - 1, EVENTS_AHEAD, EVENTS_AHEAD / 4)) {
            long index;
            do {
                EventWithToken next = next(stream);
                index = next.getToken();
                if (wanted.contains(index)) {
                    reader.accept(GrpcEvent.raw(next));
                }
            } while (index < wanted.last());
        }
    }

    private EventWithToken next(EventStream stream) throws IOException {
        try {
            EventWithToken next = stream.nextIfAvailable(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
            if (next == null) {
                throw failed(stream.getError().orElse(null));
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private long answer(CompletableFuture<Long> asked) throws IOException {
        try {
            return asked.get(SECONDS_TO_ANSWER, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        } catch (ExecutionException | TimeoutException e) {
            throw failed(e);
        }
    }

    private IOException failed(@Nullable Throwable why) {
        String reason = why instanceof ExecutionException && why.getCause() != null
                ? String.valueOf(why.getCause().getMessage())
                : "no answer within " + SECONDS_TO_ANSWER + " s";
        return new IOException(name + " cannot be read: " + reason, why);
    }

    /** Rows are in a database. */
    @Override
    public Optional<List<OrderRow>> orderRows() {
        return Optional.empty();
    }

    /** Rows are in a database. */
    @Override
    public Optional<List<PaymentRow>> payments() {
        return Optional.empty();
    }

    @Override
    public void close() {
        factory.shutdown();
    }
}
