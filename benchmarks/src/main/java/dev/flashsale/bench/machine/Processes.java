package dev.flashsale.bench.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The processes of one system under test: its JVM, its PostgreSQL, its Redis. */
public record Processes(long jvm, long postgres, long redis) {
    /** Finds the stores by what they left in the data directory. */
    public static Processes of(long jvm, Path data) throws IOException {
        return new Processes(
                jvm,
                firstLine(data.resolve("postgres").resolve("postmaster.pid")),
                firstLine(data.resolve("redis").resolve("redis.pid")));
    }

    private static long firstLine(Path pidFile) throws IOException {
        return Files.exists(pidFile)
                ? Long.parseLong(Files.readAllLines(pidFile).getFirst().strip())
                : 0;
    }

    /** Processor seconds used so far. */
    public double cpuSeconds() {
        try {
            List<Long> sessions = Proc.childrenOf(postgres);
            long ticks = Proc.ticks(jvm)
                    + Proc.ticks(postgres)
                    + Proc.ticks(redis)
                    + sessions.stream().mapToLong(Proc::ticks).sum();
            return ticks / Proc.TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new IllegalStateException("no /proc: the benchmark runs on Linux", e);
        }
    }
}
