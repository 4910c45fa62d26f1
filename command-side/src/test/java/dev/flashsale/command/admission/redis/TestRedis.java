package dev.flashsale.command.admission.redis;

import dev.flashsale.platform.resilience.Guards;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.embedded.RedisServer;

/** A real Redis that keeps nothing, and nodes of the gate that share it. */
public final class TestRedis implements AutoCloseable {
    private final int port = freePort();
    private final RedisServer server;
    private final List<UnifiedJedis> clients = new ArrayList<>();

    public TestRedis() {
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port on which nobody listens. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Plain access, to look at what was stored. */
    public UnifiedJedis client() {
        return client(port);
    }

    /** Another node's connection. */
    public GateRedis node() {
        return new GateRedis(client(port), Guards.unwatched());
    }

    /** A node that cannot reach Redis. */
    public GateRedis cutOffNode() {
        return new GateRedis(client(freePort()), Guards.unwatched());
    }

    private UnifiedJedis client(int at) {
        UnifiedJedis client = RedisClient.builder().hostAndPort("127.0.0.1", at).build();
        clients.add(client);
        return client;
    }

    /** Stops Redis; what it held is lost. */
    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        clients.forEach(UnifiedJedis::close);
        stop();
    }
}
