package dev.flashsale.command.admission.block;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.flashsale.command.admission.AddressPrefix;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Names networks by a keyed hash: an address is personal data, and events are kept for good. Every node has the same key. A
 * new {@code flashsale.security.jwt-secret} would let all blocked networks go, unless {@code flashsale.blocklist.secret} is
 * set to the old one.
 */
@Component
class Networks {
    private static final String HMAC = "HmacSHA256";
    private static final String PURPOSE = "flash-sale blocklist: networks";
    private static final int HASH_BYTES = 16;
    private static final int MOST_REMEMBERED = 50_000;

    private final SecretKeySpec key;
    private final LoadingCache<String, String> names =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build(this::hash);

    Networks(@Value("${flashsale.blocklist.secret:${flashsale.security.jwt-secret}}") String secret) {
        // a key of its own: what it signs can never be taken for a token
        this.key =
                new SecretKeySpec(mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC), PURPOSE), HMAC);
    }

    /** The name of the network that this address belongs to. */
    String nameOf(String address) {
        return names.get(AddressPrefix.of(address));
    }

    private String hash(String prefix) {
        return HexFormat.of().formatHex(mac(key, prefix), 0, HASH_BYTES);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + HMAC, e);
        }
    }
}
