package dev.flashsale.platform.json;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Hands on a body up to a number of bytes, then fails with the answer 413. */
final class BoundedInputStream extends ServletInputStream {
    private final ServletInputStream body;
    private final long limit;
    private long seen;

    BoundedInputStream(ServletInputStream body, long limit) {
        this.body = body;
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        int next = body.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int got = body.read(buffer, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int bytes) {
        seen += bytes;
        if (seen > limit) {
            throw BodyLimitFilter.tooLarge(limit);
        }
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
