package dev.flashsale.bench.subject;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;

/**
 * Logins without the login: signs what the product would have signed, with the secret of its data directory. Header and claims
 * have the product's very form: any other it would have to check the slow way, which no shopper's token takes.
 */
final class Tokens {
    private static final long LIFETIME_SECONDS = 3 * 3600;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String header;
    private final Mac mac;

    Tokens(String secret) {
        SecretKey key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        header = headerOf(key);
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /** A valid token of this user. */
    String of(String userId, String role) {
        long now = Instant.now().getEpochSecond();
        String claims = encoded("""
                {"sub":"%s","aud":"flash-sale","roles":["%s"],"iss":"flash-sale","exp":%d,"iat":%d,"jti":"%s"}""".formatted(userId, role, now + LIFETIME_SECONDS, now, userId));
        String signed = header + '.' + claims;
        return signed + '.' + BASE64.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String headerOf(SecretKey key) {
        NimbusJwtEncoder encoder = NimbusJwtEncoder.withSecretKey(key)
                .algorithm(MacAlgorithm.HS256)
                .build();
        JwsHeader form = JwsHeader.with(MacAlgorithm.HS256).type("JWT").build();
        JwtClaimsSet nobody = JwtClaimsSet.builder().subject("nobody").build();
        String token = encoder.encode(JwtEncoderParameters.from(form, nobody)).getTokenValue();
        return token.substring(0, token.indexOf('.'));
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
