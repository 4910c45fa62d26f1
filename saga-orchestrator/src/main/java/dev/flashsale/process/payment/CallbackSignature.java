package dev.flashsale.process.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signs and checks callbacks: {@code t=<epoch seconds>,v1=<hex HMAC-SHA-256 of "t.body">}. The instant is signed too, so
 * that a captured callback cannot be sent again next week.
 */
@Component
class CallbackSignature {
    static final String HEADER = "Payment-Signature";

    private static final Pattern FORM = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int SHORTEST_SECRET_BYTES = 32;

    private final SecretKeySpec key;
    private final Clock clock;

    CallbackSignature(@Value("${flashsale.payment.callback-secret}") String secret, Clock clock) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "flashsale.payment.callback-secret needs at least " + SHORTEST_SECRET_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
        this.clock = clock;
    }

    String sign(byte[] body) {
        long at = clock.instant().getEpochSecond();
        return "t=" + at + ",v1=" + HexFormat.of().formatHex(mac(at, body));
    }

    boolean isValid(String header, byte[] body) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return false;
        }
        long at = Long.parseLong(form.group(1));
        Duration age = Duration.between(Instant.ofEpochSecond(at), clock.instant());
        boolean authentic = MessageDigest.isEqual(mac(at, body), HexFormat.of().parseHex(form.group(2)));
        return authentic && age.abs().compareTo(TOLERANCE) <= 0;
    }

    private byte[] mac(long at, byte[] body) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            mac.update((at + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
