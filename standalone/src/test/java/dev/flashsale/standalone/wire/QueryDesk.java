package dev.flashsale.standalone.wire;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.query.QueryProviderInbound;
import io.axoniq.axonserver.grpc.query.QueryProviderOutbound;
import io.axoniq.axonserver.grpc.query.QueryRequest;
import io.axoniq.axonserver.grpc.query.QueryResponse;
import io.axoniq.axonserver.grpc.query.QueryServiceGrpc.QueryServiceImplBase;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryRequest;
import io.axoniq.axonserver.grpc.query.SubscriptionQueryResponse;
import io.grpc.stub.StreamObserver;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Hands queries, as bytes, to a service that answers them, and answers and updates back. */
final class QueryDesk extends QueryServiceImplBase {
    private final Map<String, Outlet<QueryProviderInbound>> handlers = new ConcurrentHashMap<>();
    private final Map<String, StreamObserver<QueryResponse>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Outlet<SubscriptionQueryResponse>> subscriptions = new ConcurrentHashMap<>();
    private final Queue<SubscriptionQueryResponse> updates = new ConcurrentLinkedQueue<>();

    /** Every update that a service sent to a subscriber. */
    Queue<SubscriptionQueryResponse> updates() {
        return updates;
    }

    @Override
    public void query(QueryRequest query, StreamObserver<QueryResponse> answer) {
        Outlet<QueryProviderInbound> able = handlers.get(query.getQuery());
        if (able == null) {
            answer.onNext(QueryResponse.newBuilder()
                    .setRequestIdentifier(query.getMessageIdentifier())
                    .setErrorCode("AXONIQ-5000")
                    .setErrorMessage(ErrorMessage.newBuilder().setMessage("No handler for query: " + query.getQuery()))
                    .build());
            answer.onCompleted();
            return;
        }
        waiting.put(query.getMessageIdentifier(), answer);
        able.send(QueryProviderInbound.newBuilder().setQuery(query).build());
    }

    @Override
    public StreamObserver<SubscriptionQueryRequest> subscription(StreamObserver<SubscriptionQueryResponse> stream) {
        Outlet<SubscriptionQueryResponse> out = new Outlet<>(stream);
        return new Inlet<>(
                request -> forward(request, out), () -> subscriptions.values().remove(out));
    }

    private void forward(SubscriptionQueryRequest request, Outlet<SubscriptionQueryResponse> out) {
        if (request.hasSubscribe()) {
            subscriptions.put(request.getSubscribe().getSubscriptionIdentifier(), out);
        }
        String query = switch (request.getRequestCase()) {
            case SUBSCRIBE -> request.getSubscribe().getQueryRequest().getQuery();
            case GET_INITIAL_RESULT ->
                request.getGetInitialResult().getQueryRequest().getQuery();
            case UNSUBSCRIBE, FLOW_CONTROL, REQUEST_NOT_SET -> "";
        };
        Outlet<QueryProviderInbound> able = handlers.get(query);
        if (able != null) {
            able.send(QueryProviderInbound.newBuilder()
                    .setSubscriptionQueryRequest(request)
                    .build());
        }
    }

    @Override
    public StreamObserver<QueryProviderOutbound> openStream(StreamObserver<QueryProviderInbound> stream) {
        Outlet<QueryProviderInbound> out = new Outlet<>(stream);
        return new Inlet<>(instruction -> take(instruction, out), () -> {
            handlers.values().remove(out);
            out.end();
        });
    }

    private void take(QueryProviderOutbound instruction, Outlet<QueryProviderInbound> out) {
        switch (instruction.getRequestCase()) {
            case SUBSCRIBE -> handlers.put(instruction.getSubscribe().getQuery(), out);
            case UNSUBSCRIBE -> handlers.remove(instruction.getUnsubscribe().getQuery());
            case QUERY_RESPONSE -> answer(instruction.getQueryResponse());
            case QUERY_COMPLETE -> complete(instruction.getQueryComplete().getRequestId());
            case SUBSCRIPTION_QUERY_RESPONSE -> pass(instruction.getSubscriptionQueryResponse());
            case FLOW_CONTROL, ACK, REQUEST_NOT_SET -> {
                return;
            }
        }
        out.send(QueryProviderInbound.newBuilder()
                .setAck(Outlet.acknowledged(instruction.getInstructionId()))
                .build());
    }

    private void answer(QueryResponse response) {
        StreamObserver<QueryResponse> asker = waiting.get(response.getRequestIdentifier());
        if (asker != null) {
            asker.onNext(response);
        }
    }

    private void complete(String request) {
        StreamObserver<QueryResponse> asker = waiting.remove(request);
        if (asker != null) {
            asker.onCompleted();
        }
    }

    private void pass(SubscriptionQueryResponse response) {
        Outlet<SubscriptionQueryResponse> subscriber = subscriptions.get(response.getSubscriptionIdentifier());
        if (response.hasUpdate()) {
            updates.add(response);
        }
        if (subscriber != null) {
            subscriber.send(response);
        }
    }
}
