package dev.flashsale.standalone.stores;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A JVM of its own that runs the stores until it is killed. */
final class ChildServer {
    private ChildServer() {}

    public static void main(String[] args) throws Exception {
        EmbeddedStores stores = new EmbeddedStores(DataDirectory.open(Path.of(args[0])));
        stores.start();
        EmbeddedStoresTest.write(stores, "from the child");
        System.out.println("ready");
        Thread.currentThread().join();
    }

    static Process start(Path directory) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildServer.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder seen = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.equals("ready")) {
                return child;
            }
            seen.append(line).append('\n');
        }
        throw new IllegalStateException("the child ended early:\n" + seen);
    }
}
