package dev.flashsale.standalone.stores;

import java.io.IOException;
import java.nio.file.Path;

/** Another running server keeps its data in this directory. */
public final class DataDirectoryInUseException extends IOException {
    private static final long serialVersionUID = 1L;

    DataDirectoryInUseException(Path directory, String owner) {
        super("%s is in use by another flashsale server (process %s). Stop that one, or choose another --data."
                .formatted(directory, owner));
    }
}
