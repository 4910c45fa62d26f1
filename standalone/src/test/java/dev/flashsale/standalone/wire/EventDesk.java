package dev.flashsale.standalone.wire;

import io.axoniq.axonserver.grpc.event.Confirmation;
import io.axoniq.axonserver.grpc.event.Event;
import io.axoniq.axonserver.grpc.event.EventStoreGrpc.EventStoreImplBase;
import io.axoniq.axonserver.grpc.event.EventWithToken;
import io.axoniq.axonserver.grpc.event.GetEventsRequest;
import io.axoniq.axonserver.grpc.event.GetFirstTokenRequest;
import io.axoniq.axonserver.grpc.event.GetLastTokenRequest;
import io.axoniq.axonserver.grpc.event.TrackingToken;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Streams a fixed list of events from the token that is asked for, and counts whoever would append. */
final class EventDesk extends EventStoreImplBase {
    private final List<Event> events;
    private final AtomicInteger writes = new AtomicInteger();

    EventDesk(List<Event> events) {
        this.events = events;
    }

    int writes() {
        return writes.get();
    }

    @Override
    public StreamObserver<Event> appendEvent(StreamObserver<Confirmation> answer) {
        writes.incrementAndGet();
        return new Inlet<>(event -> {}, answer::onCompleted);
    }

    @Override
    public void getFirstToken(GetFirstTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer.onNext(TrackingToken.newBuilder().setToken(0).build());
        answer.onCompleted();
    }

    @Override
    public void getLastToken(GetLastTokenRequest request, StreamObserver<TrackingToken> answer) {
        answer.onNext(TrackingToken.newBuilder().setToken(events.size() - 1L).build());
        answer.onCompleted();
    }

    @Override
    public StreamObserver<GetEventsRequest> listEvents(StreamObserver<EventWithToken> stream) {
        Outlet<EventWithToken> out = new Outlet<>(stream);
        AtomicInteger sent = new AtomicInteger(-1);
        return new Inlet<>(request -> send(request, sent, out), out::end);
    }

    /** Never more than the permits that came, as the real server does. */
    private void send(GetEventsRequest request, AtomicInteger sent, Outlet<EventWithToken> out) {
        sent.compareAndSet(-1, (int) request.getTrackingToken());
        for (long permit = 0; permit < request.getNumberOfPermits() && sent.get() < events.size(); permit++) {
            int token = sent.getAndIncrement();
            out.send(EventWithToken.newBuilder()
                    .setToken(token)
                    .setEvent(events.get(token))
                    .build());
        }
    }
}
