package dev.flashsale.bench.classic;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Checks a bearer token by hand: signature and expiry, nothing more, so that the baseline loses no time here. */
final class Bearer {
    private static final String SCHEME = "Bearer ";
    private static final String SUBJECT = "\"sub\":\"";
    private static final String EXPIRY = "\"exp\":";

    private final ThreadLocal<Mac> macs;

    Bearer(String secret) {
        macs = ThreadLocal.withInitial(() -> {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
            }
        });
    }

    /** Who this is; null for nobody. */
    @Nullable
    String subject(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return null;
        }
        int claimsAt = authorization.indexOf('.') + 1;
        int signatureAt = authorization.lastIndexOf('.') + 1;
        if (claimsAt == 0 || signatureAt <= claimsAt) {
            return null;
        }
        String signed = authorization.substring(SCHEME.length(), signatureAt - 1);
        byte[] expected = macs.get().doFinal(signed.getBytes(StandardCharsets.US_ASCII));
        byte[] signature = Base64.getUrlDecoder().decode(authorization.substring(signatureAt));
        if (!MessageDigest.isEqual(expected, signature)) {
            return null;
        }
        String claims = new String(
                Base64.getUrlDecoder().decode(authorization.substring(claimsAt, signatureAt - 1)),
                StandardCharsets.UTF_8);
        return isExpired(claims) ? null : between(claims, SUBJECT, '"');
    }

    private static boolean isExpired(String claims) {
        String expiry = between(claims, EXPIRY, ',');
        return expiry == null || Long.parseLong(expiry) < Instant.now().getEpochSecond();
    }

    private static @Nullable String between(String text, String before, char after) {
        int at = text.indexOf(before);
        int end = at < 0 ? -1 : text.indexOf(after, at + before.length());
        return end < 0 ? null : text.substring(at + before.length(), end);
    }
}
