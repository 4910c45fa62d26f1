package dev.flashsale.standalone.wire;

import io.axoniq.axonserver.grpc.control.ClientIdentification;
import io.axoniq.axonserver.grpc.control.Heartbeat;
import io.axoniq.axonserver.grpc.control.PlatformInboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformInfo;
import io.axoniq.axonserver.grpc.control.PlatformOutboundInstruction;
import io.axoniq.axonserver.grpc.control.PlatformServiceGrpc.PlatformServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Lets services in, and answers their heartbeats. */
final class PlatformDesk extends PlatformServiceImplBase {
    private final Set<String> components = ConcurrentHashMap.newKeySet();

    /** Names of the services that came in. */
    Set<String> components() {
        return components;
    }

    @Override
    public void getPlatformServer(ClientIdentification client, StreamObserver<PlatformInfo> answer) {
        components.add(client.getComponentName());
        answer.onNext(PlatformInfo.newBuilder().setSameConnection(true).build());
        answer.onCompleted();
    }

    @Override
    public StreamObserver<PlatformInboundInstruction> openStream(StreamObserver<PlatformOutboundInstruction> stream) {
        Outlet<PlatformOutboundInstruction> out = new Outlet<>(stream);
        return new Inlet<>(
                instruction -> {
                    if (instruction.hasHeartbeat()) {
                        out.send(PlatformOutboundInstruction.newBuilder()
                                .setHeartbeat(Heartbeat.getDefaultInstance())
                                .build());
                    }
                },
                out::end);
    }
}
