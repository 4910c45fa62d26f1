package dev.flashsale.standalone.wire;

import dev.flashsale.command.CommandSideApplication;
import dev.flashsale.process.SagaOrchestratorApplication;
import dev.flashsale.query.QuerySideApplication;
import dev.flashsale.standalone.stores.DataDirectory;
import dev.flashsale.standalone.stores.EmbeddedStores;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Command side, saga orchestrator and query side on one PostgreSQL and one Redis, joined by a {@link WireServer} only. */
final class ThreeServices implements AutoCloseable {
    private final DataDirectory data;
    private final EmbeddedStores stores;
    private final WireServer wire;
    private final Service command;
    private final Service saga;
    private final Service query;

    ThreeServices(Path directory) throws Exception {
        data = DataDirectory.open(directory);
        stores = new EmbeddedStores(data);
        stores.start();
        int port = unusedPort();
        Map<String, Object> settings = new HashMap<>(stores.properties());
        settings.put("axon.axonserver.servers", "127.0.0.1:" + port);
        settings.put("spring.datasource.hikari.maximum-pool-size", 12);
        settings.put("flashsale.accounts.bcrypt-strength", 4);
        try (ExecutorService starts =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            Future<Service> first = starts.submit(() -> Service.start(CommandSideApplication.class, settings));
            Future<Service> second = starts.submit(() -> Service.start(SagaOrchestratorApplication.class, settings));
            Future<Service> third = starts.submit(() -> Service.start(QuerySideApplication.class, settings));
            // the services are on their way before there is a server
            wire = WireServer.on(port);
            command = first.get();
            saga = second.get();
            query = third.get();
        }
    }

    WireServer wire() {
        return wire;
    }

    Service command() {
        return command;
    }

    Service saga() {
        return saga;
    }

    Service query() {
        return query;
    }

    EmbeddedStores stores() {
        return stores;
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {query, saga, command, wire, stores, data}) {
            part.close();
        }
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
