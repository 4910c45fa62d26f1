package dev.flashsale.kernel.purchase;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Derives the id of a purchase from who asks, where, and with which Idempotency-Key: the same key is the same purchase. */
public final class PurchaseId {
    private PurchaseId() {}

    /**
     * The purchase that this key names. A UUID of version 8 (RFC 9562, section 5.8) over SHA-256, so that no table has to
     * be asked and a crash cannot separate a key from its purchase.
     */
    public static String of(String saleId, String userId, String idempotencyKey) {
        byte[] hash = sha256(saleId.length() + ":" + saleId + userId.length() + ":" + userId + idempotencyKey);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & 0xFFFFFFFFFFFF0FFFL) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
