package dev.flashsale.query.replay;

import dev.flashsale.query.redis.Standby;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.redis.core.Cursor;
import org.springframework.data.redis.core.ScanOptions;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;

/** Compares the content in use with the one built beside; Redis digests its entries itself. Positions are no content. */
@Component
class Contents {
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> DIGESTS =
            RedisScript.of(new ClassPathResource("digests.lua", Contents.class), List.class);

    private static final List<String> POSITIONS = List.of("read:mark:", "read:sale-units-at:");
    private static final int KEYS_AT_ONCE = 500;
    private static final int NAMED = 5;

    private final Standby standby;

    Contents(Standby standby) {
        this.standby = standby;
    }

    Comparison compare() {
        Map<String, String> inUse = digests(standby.live());
        Map<String, String> beside = digests(standby.beside());
        return new Comparison(inUse.size(), beside.size(), hash(inUse), hash(beside), differing(inUse, beside));
    }

    private static List<String> differing(Map<String, String> one, Map<String, String> other) {
        TreeSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .filter(key -> !one.getOrDefault(key, "").equals(other.getOrDefault(key, "")))
                .limit(NAMED)
                .toList();
    }

    private static Map<String, String> digests(StringRedisTemplate redis) {
        Map<String, String> digests = new TreeMap<>();
        List<String> some = new ArrayList<>();
        ScanOptions all = ScanOptions.scanOptions().count(KEYS_AT_ONCE).build();
        try (Cursor<String> keys = redis.scan(all)) {
            while (keys.hasNext()) {
                String key = keys.next();
                if (isContent(key)) {
                    some.add(key);
                }
                if (some.size() == KEYS_AT_ONCE) {
                    digest(redis, some, digests);
                }
            }
        }
        digest(redis, some, digests);
        return digests;
    }

    private static boolean isContent(String key) {
        return key.startsWith(Standby.CONTENT) && POSITIONS.stream().noneMatch(key::startsWith);
    }

    private static void digest(StringRedisTemplate redis, List<String> keys, Map<String, String> digests) {
        if (!keys.isEmpty()) {
            List<?> found = redis.execute(DIGESTS, keys);
            for (int i = 0; i < keys.size(); i++) {
                digests.put(keys.get(i), String.valueOf(found.get(i)));
            }
            keys.clear();
        }
    }

    private static String hash(Map<String, String> digests) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            digests.forEach(
                    (key, digest) -> sha256.update((key + "\t" + digest + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
