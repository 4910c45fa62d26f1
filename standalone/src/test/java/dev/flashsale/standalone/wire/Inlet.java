package dev.flashsale.standalone.wire;

import io.grpc.stub.StreamObserver;
import java.util.function.Consumer;

/** What a service sends, until it goes. */
record Inlet<M>(Consumer<M> each, Runnable gone) implements StreamObserver<M> {
    @Override
    public void onNext(M message) {
        each.accept(message);
    }

    @Override
    public void onError(Throwable failure) {
        gone.run();
    }

    @Override
    public void onCompleted() {
        gone.run();
    }
}
