package dev.flashsale.bench.axon;

import dev.flashsale.bench.subject.BaselineJvm;
import java.util.Map;

/** Idiomatic Axon in one JVM, with its own PostgreSQL and Redis. */
public final class IdiomaticServer {
    private IdiomaticServer() {}

    /** Serves on the directory given until its input ends. */
    public static void main(String[] arguments) throws Exception {
        // more threads than this only wait for the lock of the one aggregate, and cost it time
        BaselineJvm.serve(AxonApplication.class, arguments[0], Map.of("server.tomcat.threads.max", 16));
    }
}
