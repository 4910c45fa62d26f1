package dev.flashsale.analysis.store;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where a PostgreSQL can be reached, and what to do when it is no longer needed.
 *
 * @param whenDone stops what was started for it; does nothing where nothing was
 */
public record LocalDatabase(String url, String user, String password, Closeable whenDone) implements Closeable {
    @Override
    public void close() throws IOException {
        whenDone.close();
    }

    /** Without the password, which must not get into logs. */
    @Override
    public String toString() {
        return url;
    }
}
