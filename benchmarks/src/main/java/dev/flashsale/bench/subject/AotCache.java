package dev.flashsale.bench.subject;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one run of a program leaves behind for later starts of it, as the script keeps it for {@code serve}: linked classes, and
 * which methods were hot. Every system under test gets the same; a JDK before 25 knows no such thing, and starts without.
 */
public final class AotCache {
    private static final int FIRST_JDK = 25;

    private final Path file;

    /** Kept in this file, which need not exist yet. */
    public AotCache(Path file) {
        this.file = file;
    }

    /** Whether this JDK knows such a thing, for a program that is made of archives: classes in directories are left out. */
    public static boolean isPossible() {
        return Runtime.version().feature() >= FIRST_JDK
                && Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .noneMatch(entry -> Files.isDirectory(Path.of(entry)));
    }

    /** JVM options for the run that others learn from; it writes the cache when it ends. */
    public List<String> learning() {
        return quietly("-XX:AOTCacheOutput=" + file);
    }

    /** JVM options for the runs after it. */
    public List<String> using() {
        return Files.exists(file) ? quietly("-XX:AOTCache=" + file) : List.of();
    }

    private static List<String> quietly(String option) {
        List<String> options = new ArrayList<>(List.of(option));
        options.add("-Xlog:disable");
        options.add("-Xlog:all=error,aot*=off,cds*=off:stderr");
        return options;
    }
}
