package dev.flashsale.bench.load;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Somebody with an address of their own and one connection. Waits for its answers; to be used from virtual threads. */
public final class Client implements Closeable {
    private final InetSocketAddress from;
    private final InetSocketAddress server;
    private final Reply reply = new Reply();
    private volatile @Nullable SocketChannel channel;
    private volatile boolean closed;

    /**
     * What came back.
     *
     * @param retryAfterSeconds 0 when the answer does not say
     */
    public record Answer(int status, String body, int retryAfterSeconds) {}

    /** Connects when it first sends something. */
    public Client(InetAddress from, int port) {
        this.from = new InetSocketAddress(from, 0);
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Sends a request. A server may close an idle connection at any time, so it is sent again once on a new one. */
    public Answer send(byte[] request) throws IOException {
        SocketChannel known = channel;
        if (known == null) {
            return exchange(open(), request);
        }
        try {
            return exchange(known, request);
        } catch (IOException lost) {
            drop();
            if (closed) {
                throw lost;
            }
            return exchange(open(), request);
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel fresh = SocketChannel.open();
        channel = fresh;
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        // thousands of them come and go in a minute
        fresh.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        fresh.bind(from);
        fresh.connect(server);
        return fresh;
    }

    private Answer exchange(SocketChannel open, byte[] request) throws IOException {
        reply.clear();
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            open.write(out);
        }
        while (!reply.readFrom(open)) {
            // what is missing is still to come
        }
        Answer answer = new Answer(reply.status(), reply.body(), reply.retryAfterSeconds());
        if (reply.closesConnection()) {
            drop();
        }
        return answer;
    }

    private void drop() throws IOException {
        SocketChannel known = channel;
        channel = null;
        if (known != null) {
            known.close();
        }
    }

    /** May be called from another thread: whoever waits for an answer then gets an exception. */
    @Override
    public void close() throws IOException {
        closed = true;
        drop();
    }
}
