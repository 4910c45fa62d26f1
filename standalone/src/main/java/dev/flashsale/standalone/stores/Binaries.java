package dev.flashsale.standalone.stores;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The servers' programs, unpacked once per user from the jar. */
final class Binaries {
    private static final List<String> REDIS_X86 =
            List.of("redis-server-6.2.6-v5-linux-amd64", "redis-server-6.2.7-linux-386");
    private static final List<String> REDIS_ARM = List.of("redis-server-6.2.7-linux-arm64");

    private Binaries() {}

    /** Where they are unpacked: the user's cache, because a shared temporary directory belongs to whoever came first. */
    static Path directory() throws IOException {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path cache = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        Path directory = cache.resolve("flashsale");
        try {
            Files.createDirectories(directory);
            if (Files.isWritable(directory)) {
                return directory;
            }
        } catch (IOException noHome) {
            // a user without a home directory still has a temporary one
        }
        Path fallback = Path.of(System.getProperty("java.io.tmpdir"), "flashsale-" + System.getProperty("user.name"));
        return Files.createDirectories(fallback);
    }

    /**
     * A Redis server that runs on this machine. The 64-bit one needs the system's OpenSSL 3; without it the smaller,
     * statically linked one is taken.
     */
    static Path redis() throws IOException, InterruptedException {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        for (String name : arm ? REDIS_ARM : REDIS_X86) {
            Path program = unpacked(name);
            if (runs(program)) {
                return program;
            }
        }
        throw new IOException("no Redis server in this jar runs on " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch"));
    }

    private static Path unpacked(String name) throws IOException {
        Path program = directory().resolve(name);
        if (Files.isExecutable(program)) {
            return program;
        }
        try (InputStream resource = Binaries.class.getResourceAsStream("/" + name)) {
            if (resource == null) {
                throw new IOException("the jar lacks " + name);
            }
            Path fresh = Files.createTempFile(directory(), name, ".new");
            Files.copy(resource, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwx------"));
            return Files.move(fresh, program, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static boolean runs(Path program) throws InterruptedException {
        try {
            return new ProcessBuilder(program.toString(), "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException cannotExecute) {
            return false;
        }
    }
}
