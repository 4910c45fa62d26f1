package dev.flashsale.standalone.wire;

import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * Speaks as much of Axon Server's protocol as the services use while PostgreSQL stores the events: it carries commands,
 * queries and updates as bytes. A stand-in for tests, so that they need no server and still see the real wire format.
 */
final class WireServer implements AutoCloseable {
    private final PlatformDesk platform = new PlatformDesk();
    private final CommandDesk commands = new CommandDesk();
    private final QueryDesk queries = new QueryDesk();
    private final Server server;

    private WireServer(int port) throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", port))
                .addService(platform)
                .addService(commands)
                .addService(queries)
                .build()
                .start();
    }

    static WireServer on(int port) throws IOException {
        return new WireServer(port);
    }

    PlatformDesk platform() {
        return platform;
    }

    CommandDesk commands() {
        return commands;
    }

    QueryDesk queries() {
        return queries;
    }

    @Override
    public void close() throws InterruptedException {
        server.shutdownNow().awaitTermination();
    }
}
