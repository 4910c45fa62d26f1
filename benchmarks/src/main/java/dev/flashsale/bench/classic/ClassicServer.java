package dev.flashsale.bench.classic;

import dev.flashsale.bench.subject.BaselineJvm;
import java.util.Map;

/** The classic design in one JVM, with its own PostgreSQL and Redis. */
public final class ClassicServer {
    private ClassicServer() {}

    /** Serves on the directory given until its input ends. */
    public static void main(String[] arguments) throws Exception {
        BaselineJvm.serve(ClassicApplication.class, arguments[0], Map.of());
    }
}
