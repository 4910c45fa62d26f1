import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Builds the storefront: {@code java StorefrontAssets.java <sources> <target>}. The assets go into a folder named after a hash
 * of all their names and contents, so that their addresses may be cached for ever and the relative imports between the modules
 * stay as they are written. The pages are told that folder, and every file gets a compressed twin.
 */
class StorefrontAssets {
    public static void main(String... args) throws Exception {
        Path sources = Path.of(args[0]);
        Path target = Path.of(args[1]);
        delete(target);
        Path assets = sources.resolve("assets");
        String folder = "assets/" + hashOf(assets);
        for (Path file : filesUnder(assets)) {
            write(target.resolve(folder).resolve(assets.relativize(file).toString()), Files.readAllBytes(file));
        }
        for (Path page : filesUnder(sources)) {
            if (page.startsWith(assets)) continue;
            String html = Files.readString(page).replace("@assets@", "/" + folder);
            write(target.resolve(sources.relativize(page).toString()), html.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String hashOf(Path folder) throws Exception {
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        for (Path file : filesUnder(folder)) {
            byte[] content = Files.readAllBytes(file);
            String name = folder.relativize(file).toString().replace('\\', '/');
            hash.update((name + ' ' + content.length + ' ').getBytes(StandardCharsets.UTF_8));
            hash.update(content);
        }
        return HexFormat.of().formatHex(hash.digest(), 0, 8);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
        try (var compressed = new GZIPOutputStream(Files.newOutputStream(Path.of(file + ".gz")))) {
            compressed.write(content);
        }
    }

    /** Sorted, so that the hash is the same on every machine. */
    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(file -> file.toString().replace('\\', '/')))
                    .toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(StorefrontAssets::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
