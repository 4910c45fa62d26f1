package dev.flashsale.standalone.stores;

import dev.flashsale.standalone.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;

/** Runs the stores in a JVM of their own until it is killed. */
final class ChildServer {
    private ChildServer() {}

    public static void main(String[] args) throws Exception {
        EmbeddedStores stores = new EmbeddedStores(DataDirectory.open(Path.of(args[0])));
        stores.start();
        EmbeddedStoresTest.write(stores, "from the child");
        System.out.println("ready");
        Thread.currentThread().join();
    }

    static Process start(Path directory) throws IOException {
        return ChildJvm.start(ChildServer.class, "ready", directory.toString());
    }
}
