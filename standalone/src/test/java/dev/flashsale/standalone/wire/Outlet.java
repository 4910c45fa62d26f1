package dev.flashsale.standalone.wire;

import io.axoniq.axonserver.grpc.InstructionAck;
import io.grpc.stub.StreamObserver;

/** The way back to one connected service; gRPC streams take one message at a time. */
final class Outlet<M> {
    private final StreamObserver<M> stream;

    Outlet(StreamObserver<M> stream) {
        this.stream = stream;
    }

    synchronized void send(M message) {
        stream.onNext(message);
    }

    synchronized void end() {
        stream.onCompleted();
    }

    static InstructionAck acknowledged(String instructionId) {
        return InstructionAck.newBuilder()
                .setInstructionId(instructionId)
                .setSuccess(true)
                .build();
    }
}
