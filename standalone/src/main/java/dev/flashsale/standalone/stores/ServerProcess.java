package dev.flashsale.standalone.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A database server that runs beside this JVM, perhaps left behind by one that was killed.
 *
 * <p>A process id alone proves nothing, since it is given out again after a restart of the machine. The command line has
 * to name our own directory; that of a zombie is empty, so a zombie counts as gone.
 */
final class ServerProcess {
    private static final Duration POLITE = Duration.ofSeconds(15);
    private static final Duration FORCED = Duration.ofSeconds(5);

    private final long pid;
    private final String mark;

    private ServerProcess(long pid, String mark) {
        this.pid = pid;
        this.mark = mark;
    }

    /** The live process whose id is the file's first line, when an argument of its command line equals the mark. */
    static Optional<ServerProcess> named(Path pidFile, Path mark) throws IOException {
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        ServerProcess process =
                new ServerProcess(Long.parseLong(lines.getFirst().strip()), mark.toString());
        return process.isAlive() ? Optional.of(process) : Optional.empty();
    }

    long pid() {
        return pid;
    }

    boolean isAlive() {
        try {
            return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                            .split("\0"))
                    .contains(mark);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Asks it to stop with a signal, waits, and kills it if it does not. */
    void stop(String signal) throws IOException, InterruptedException {
        // ProcessHandle can send TERM and KILL only, and TERM makes PostgreSQL wait for its clients
        new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + pid)
                .start()
                .waitFor();
        if (!goneWithin(POLITE)) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            if (!goneWithin(FORCED)) {
                throw new IOException("process " + pid + " does not end");
            }
        }
    }

    private boolean goneWithin(Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (isAlive()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
