package dev.flashsale.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/** One HTTP/1.1 answer, read as it comes. Only what a generator needs: the status, and where the answer ends. */
final class Reply {
    private static final byte[] CONTENT_LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] TRANSFER_ENCODING = "transfer-encoding:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] RETRY_AFTER = "retry-after:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CONNECTION_CLOSE = "connection: close".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = 9;

    private ByteBuffer buffer = ByteBuffer.allocate(8192);
    private int bodyAt;
    private int contentLength;
    private int retryAfterSeconds;
    private boolean chunked;
    private boolean closes;

    /** Whether the answer is complete now. */
    boolean readFrom(ReadableByteChannel channel) throws IOException {
        if (!buffer.hasRemaining()) {
            buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
        }
        if (channel.read(buffer) < 0) {
            throw new EOFException("the server closed the connection");
        }
        return (bodyAt > 0 || readHead()) && bodyIsComplete();
    }

    int status() {
        byte[] bytes = buffer.array();
        return (bytes[STATUS_AT] - '0') * 100 + (bytes[STATUS_AT + 1] - '0') * 10 + bytes[STATUS_AT + 2] - '0';
    }

    /** What the header Retry-After says; 0 when there is none. */
    int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** The body of a complete answer. */
    String body() {
        byte[] bytes = buffer.array();
        if (!chunked) {
            return new String(bytes, bodyAt, contentLength, StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(contentLength);
        for (int at = bodyAt; ; ) {
            int lineEnd = at;
            while (bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            int chunk = chunkSize(bytes, at, lineEnd);
            if (chunk == 0) {
                return body.toString(StandardCharsets.UTF_8);
            }
            body.write(bytes, lineEnd + 1, chunk);
            at = lineEnd + 1 + chunk + 2;
        }
    }

    boolean closesConnection() {
        return closes;
    }

    void clear() {
        buffer.clear();
        bodyAt = 0;
        contentLength = 0;
        retryAfterSeconds = 0;
        chunked = false;
        closes = false;
    }

    private boolean readHead() {
        byte[] bytes = buffer.array();
        int line = 0;
        for (int i = 0; i + 1 < buffer.position(); i++) {
            if (bytes[i] != '\r' || bytes[i + 1] != '\n') {
                continue;
            }
            if (i == line) {
                bodyAt = i + 2;
                return true;
            }
            readHeader(bytes, line, i);
            line = i + 2;
        }
        return false;
    }

    private void readHeader(byte[] bytes, int from, int to) {
        if (startsWith(bytes, from, to, CONTENT_LENGTH)) {
            contentLength = number(bytes, from + CONTENT_LENGTH.length, to);
        } else if (startsWith(bytes, from, to, RETRY_AFTER)) {
            retryAfterSeconds = number(bytes, from + RETRY_AFTER.length, to);
        } else if (startsWith(bytes, from, to, TRANSFER_ENCODING)) {
            chunked = true;
        } else if (startsWith(bytes, from, to, CONNECTION_CLOSE)) {
            closes = true;
        }
    }

    private static int number(byte[] bytes, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            if (bytes[i] != ' ') {
                number = number * 10 + bytes[i] - '0';
            }
        }
        return number;
    }

    private static int chunkSize(byte[] bytes, int from, int to) {
        return Integer.parseInt(new String(bytes, from, to - from, StandardCharsets.US_ASCII).strip(), 16);
    }

    private static boolean startsWith(byte[] bytes, int from, int to, byte[] lowerCase) {
        if (to - from < lowerCase.length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length; i++) {
            byte b = bytes[from + i];
            if ((b >= 'A' && b <= 'Z' ? b + 32 : b) != lowerCase[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean bodyIsComplete() {
        return chunked ? lastChunkIsHere() : buffer.position() - bodyAt >= contentLength;
    }

    private boolean lastChunkIsHere() {
        byte[] bytes = buffer.array();
        int at = bodyAt;
        while (true) {
            int lineEnd = at;
            while (lineEnd < buffer.position() && bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            if (lineEnd >= buffer.position()) {
                return false;
            }
            int chunk = chunkSize(bytes, at, lineEnd);
            at = lineEnd + 1 + chunk + 2;
            if (at > buffer.position()) {
                return false;
            }
            if (chunk == 0) {
                return true;
            }
        }
    }
}
