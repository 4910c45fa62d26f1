package dev.flashsale.standalone.wire;

import io.axoniq.axonserver.grpc.ErrorMessage;
import io.axoniq.axonserver.grpc.ProcessingKey;
import io.axoniq.axonserver.grpc.command.Command;
import io.axoniq.axonserver.grpc.command.CommandProviderInbound;
import io.axoniq.axonserver.grpc.command.CommandProviderOutbound;
import io.axoniq.axonserver.grpc.command.CommandResponse;
import io.axoniq.axonserver.grpc.command.CommandServiceGrpc.CommandServiceImplBase;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands commands, as bytes, to a service that handles them, and the answers back. */
final class CommandDesk extends CommandServiceImplBase {
    private final Map<String, List<Outlet<CommandProviderInbound>>> handlers = new ConcurrentHashMap<>();
    private final Map<String, StreamObserver<CommandResponse>> waiting = new ConcurrentHashMap<>();
    private final Queue<Command> seen = new ConcurrentLinkedQueue<>();

    /** Every command that was dispatched, in the order of arrival. */
    Queue<Command> seen() {
        return seen;
    }

    static String routingKey(Command command) {
        return command.getProcessingInstructionsList().stream()
                .filter(instruction -> instruction.getKey() == ProcessingKey.ROUTING_KEY)
                .map(instruction -> instruction.getValue().getTextValue())
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void dispatch(Command command, StreamObserver<CommandResponse> answer) {
        seen.add(command);
        List<Outlet<CommandProviderInbound>> able = handlers.getOrDefault(command.getName(), List.of());
        if (able.isEmpty()) {
            answer.onNext(CommandResponse.newBuilder()
                    .setRequestIdentifier(command.getMessageIdentifier())
                    .setErrorCode("AXONIQ-4000")
                    .setErrorMessage(
                            ErrorMessage.newBuilder().setMessage("No Handler for command: " + command.getName()))
                    .build());
            answer.onCompleted();
            return;
        }
        waiting.put(command.getMessageIdentifier(), answer);
        // the same aggregate always goes to the same service
        able.get(Math.floorMod(routingKey(command).hashCode(), able.size()))
                .send(CommandProviderInbound.newBuilder().setCommand(command).build());
    }

    @Override
    public StreamObserver<CommandProviderOutbound> openStream(StreamObserver<CommandProviderInbound> stream) {
        Outlet<CommandProviderInbound> out = new Outlet<>(stream);
        return new Inlet<>(instruction -> take(instruction, out), () -> {
            handlers.values().forEach(able -> able.remove(out));
            out.end();
        });
    }

    private void take(CommandProviderOutbound instruction, Outlet<CommandProviderInbound> out) {
        switch (instruction.getRequestCase()) {
            case SUBSCRIBE ->
                handlersOf(instruction.getSubscribe().getCommand()).add(out);
            case UNSUBSCRIBE ->
                handlersOf(instruction.getUnsubscribe().getCommand()).remove(out);
            case COMMAND_RESPONSE -> answer(instruction.getCommandResponse());
            case FLOW_CONTROL, ACK, REQUEST_NOT_SET -> {
                return;
            }
        }
        out.send(CommandProviderInbound.newBuilder()
                .setAck(Outlet.acknowledged(instruction.getInstructionId()))
                .build());
    }

    private List<Outlet<CommandProviderInbound>> handlersOf(String command) {
        return handlers.computeIfAbsent(command, name -> new CopyOnWriteArrayList<>());
    }

    private void answer(CommandResponse response) {
        StreamObserver<CommandResponse> asker = waiting.remove(response.getRequestIdentifier());
        if (asker != null) {
            asker.onNext(response);
            asker.onCompleted();
        }
    }
}
