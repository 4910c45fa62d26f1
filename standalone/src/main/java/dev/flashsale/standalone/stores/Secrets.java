package dev.flashsale.standalone.stores;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What only this server knows: made once, kept in its data directory in a file that only its owner can read. */
public final class Secrets {
    /** Name of the merchant who may schedule sales. */
    public static final String MERCHANT_USERNAME = "flashsale.accounts.bootstrap.merchant-username";
    /** The merchant's password. */
    public static final String MERCHANT_PASSWORD = "flashsale.accounts.bootstrap.merchant-password";

    static final String POSTGRES_PASSWORD = "postgres.password";
    static final String REDIS_PASSWORD = "redis.password";

    private static final Map<String, Integer> RANDOM_BYTES = Map.of(
            POSTGRES_PASSWORD,
            24,
            REDIS_PASSWORD,
            24,
            "flashsale.security.jwt-secret",
            48,
            "flashsale.payment.callback-secret",
            48,
            MERCHANT_PASSWORD,
            12,
            "flashsale.accounts.bootstrap.analyst-password",
            12);
    private static final Map<String, String> NAMES =
            Map.of(MERCHANT_USERNAME, "merchant", "flashsale.accounts.bootstrap.analyst-username", "analyst");

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Reads the file, and adds to it whatever is missing. */
    public static Secrets in(Path file) throws IOException {
        Properties stored = new Properties();
        if (Files.exists(file)) {
            stored.load(new StringReader(Files.readString(file)));
        }
        Map<String, String> values = new TreeMap<>(NAMES);
        RANDOM_BYTES.forEach((name, bytes) -> values.put(name, random(bytes)));
        stored.stringPropertyNames().forEach(name -> values.put(name, stored.getProperty(name)));
        if (values.size() > stored.size()) {
            write(file, values);
        }
        return new Secrets(values);
    }

    /** One secret. */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such secret: " + name);
        }
        return value;
    }

    /** Those that the services read as properties. */
    public Map<String, Object> forServices() {
        Map<String, Object> properties = new TreeMap<>(values);
        properties.keySet().removeIf(name -> !name.startsWith("flashsale."));
        return properties;
    }

    private static String random(int bytes) {
        byte[] secret = new byte[bytes];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    // written aside and moved, so that a crash leaves either the old file or the new one
    private static void write(Path file, Map<String, String> values) throws IOException {
        StringWriter text = new StringWriter();
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text.toString());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
