package dev.flashsale.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * What every node can compute from the secret that all services share, and nobody else. A key for one purpose says nothing
 * about the secret, nor about the key for another purpose.
 */
public final class SharedSecret {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    /** Derives from this key, which is kept. */
    public SharedSecret(SecretKey key) {
        this.key = key;
    }

    /** 32 bytes that are the same on every node, for this purpose alone; safe to call from many threads. */
    public byte[] derive(String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(("flash-sale/" + purpose).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
