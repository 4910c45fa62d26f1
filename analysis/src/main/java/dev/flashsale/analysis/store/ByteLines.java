package dev.flashsale.analysis.store;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The lines of a stream as bytes: turning them into text and back would cost as much as reading what they say. */
final class ByteLines implements Closeable {
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /** The next line without its end; absent after the last. */
    byte @Nullable [] next() throws IOException {
        int looked = start;
        while (true) {
            for (int i = looked; i < end; i++) {
                if (buffer[i] == '\n') {
                    byte[] line = Arrays.copyOfRange(buffer, start, i);
                    start = i + 1;
                    return line;
                }
            }
            looked = end - start;
            if (!fill()) {
                byte[] rest = Arrays.copyOfRange(buffer, start, end);
                start = end;
                return rest.length == 0 ? null : rest;
            }
        }
    }

    /** Moves what is begun to the front and reads on; a longer line makes the buffer longer. */
    private boolean fill() throws IOException {
        int begun = end - start;
        byte[] room = begun == buffer.length ? new byte[2 * begun] : buffer;
        System.arraycopy(buffer, start, room, 0, begun);
        buffer = room;
        start = 0;
        end = begun;
        int read = in.read(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
