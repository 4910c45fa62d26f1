package dev.flashsale.analysis.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ServiceLoader;

/** Opens the data directory of a server; found with {@link ServiceLoader}, because the analysis knows no server. */
public interface DataDirectories {
    /**
     * The directory's database: that of the running server, or one started on it that writes nothing.
     *
     * @throws IOException the directory holds no server's data, or its database does not start
     */
    LocalDatabase open(Path data) throws IOException;

    /** Whoever can open data directories in this program. */
    static DataDirectories installed() throws IOException {
        return ServiceLoader.load(DataDirectories.class)
                .findFirst()
                .orElseThrow(
                        () -> new IOException("this program cannot open a data directory; name a --url or --file"));
    }
}
