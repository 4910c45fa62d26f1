package dev.flashsale.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** A connection with at most one request on its way. */
final class Line {
    private final Selector selector;
    private final int port;
    private final Reply reply = new Reply();
    private SocketChannel channel;
    private int request = -1;
    private long intendedNanos;
    private boolean secondTry;
    private boolean waits;

    Line(Selector selector, int port) throws IOException {
        this.selector = selector;
        this.port = port;
        this.channel = open();
    }

    private SocketChannel open() throws IOException {
        SocketChannel fresh = SocketChannel.open(
                new InetSocketAddress(InetAddress.getLoopbackAddress().getHostAddress(), port));
        fresh.setOption(StandardSocketOptions.TCP_NODELAY, true);
        fresh.configureBlocking(false);
        fresh.register(selector, SelectionKey.OP_READ, this);
        return fresh;
    }

    void reopen() throws IOException {
        channel.close();
        reply.clear();
        channel = open();
    }

    void send(int number, byte[] message, long intended) throws IOException {
        secondTry = number == request;
        request = number;
        intendedNanos = intended;
        waits = true;
        ByteBuffer out = ByteBuffer.wrap(message);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    boolean answerIsComplete() throws IOException {
        return reply.readFrom(channel);
    }

    /** The status of the complete answer; the connection is ready for the next request afterwards. */
    int takeStatus() throws IOException {
        int status = reply.status();
        waits = false;
        if (reply.closesConnection()) {
            reopen();
        } else {
            reply.clear();
        }
        return status;
    }

    /** Whether a request is on its way; otherwise whatever comes says that the server closes the connection. */
    boolean waits() {
        return waits;
    }

    int request() {
        return request;
    }

    long intendedNanos() {
        return intendedNanos;
    }

    boolean wasSecondTry() {
        return secondTry;
    }

    void close() throws IOException {
        channel.close();
    }
}
