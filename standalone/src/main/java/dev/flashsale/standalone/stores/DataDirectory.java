package dev.flashsale.standalone.stores;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Where one standalone server keeps everything, held by a lock that ends with the process. */
public final class DataDirectory implements AutoCloseable {
    private static final String LOCK_FILE = "flashsale.lock";

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Takes the directory, and creates it when it is missing.
     *
     * @throws DataDirectoryInUseException another process holds it
     */
    public static DataDirectory open(Path directory) throws IOException {
        createPrivately(directory.toAbsolutePath());
        Path root = directory.toRealPath();
        FileChannel lockFile = FileChannel.open(
                root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (tryLock(lockFile) == null) {
            String owner = Files.readString(root.resolve(LOCK_FILE)).strip();
            lockFile.close();
            throw new DataDirectoryInUseException(root, owner);
        }
        lockFile.truncate(0);
        lockFile.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
        return new DataDirectory(root, lockFile);
    }

    private static @Nullable FileLock tryLock(FileChannel lockFile) throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void createPrivately(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(parent);
        }
        Files.createDirectory(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** The directory itself, without symbolic links. */
    public Path root() {
        return root;
    }

    /** A path below the directory. */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** Removes the directory and everything in it. */
    public void delete() throws IOException {
        Trees.delete(root);
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
