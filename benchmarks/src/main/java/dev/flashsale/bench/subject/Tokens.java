package dev.flashsale.bench.subject;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Logins without the login: signs what the product would have signed, with the secret of its data directory. */
final class Tokens {
    private static final long LIFETIME_SECONDS = 3 * 3600;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

    private final Mac mac;

    Tokens(String secret) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** A valid token of this user. */
    String of(String userId, String role) {
        long now = Instant.now().getEpochSecond();
        String claims = encoded("""
                {"iss":"flash-sale","aud":["flash-sale"],"sub":"%s","iat":%d,"exp":%d,"jti":"%s","roles":["%s"]}""".formatted(userId, now, now + LIFETIME_SECONDS, userId, role));
        String signed = HEADER + '.' + claims;
        return signed + '.' + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
