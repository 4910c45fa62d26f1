package dev.flashsale.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Checks tokens in exactly the form that {@link TokenIssuer} writes: its header byte for byte, its claims and no other. For
 * any other token it says nothing, and the decoder decides. A sale's first second brings as many new tokens as shoppers, and
 * the decoder takes ten times as long.
 */
final class QuickTokenCheck {
    /** A user, and until when the token may be believed. */
    record Checked(CurrentUser user, Instant until) {}

    private static final int SIGNATURE_BYTES = 32;

    private final JsonFactory json = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final String header;
    private final String issuer;
    private final String audience;
    private final SecretKey key;
    private final ThreadLocal<Mac> macs;

    /** @param sample any token of the issuer; its header is the only one that is taken */
    QuickTokenCheck(SecuritySettings settings, String sample) {
        this.header = sample.substring(0, sample.indexOf('.') + 1);
        this.issuer = settings.issuer();
        this.audience = settings.audience();
        this.key = settings.key();
        this.macs = ThreadLocal.withInitial(this::newMac);
    }

    @Nullable
    Checked check(String token, Instant now) {
        int signatureAt = token.lastIndexOf('.');
        if (!token.startsWith(header) || signatureAt <= header.length()) {
            return null;
        }
        try {
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(signatureAt + 1));
            byte[] signed = token.substring(0, signatureAt).getBytes(StandardCharsets.US_ASCII);
            if (signature.length != SIGNATURE_BYTES
                    || !MessageDigest.isEqual(macs.get().doFinal(signed), signature)) {
                return null;
            }
            return claims(Base64.getUrlDecoder().decode(token.substring(header.length(), signatureAt)), now);
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    private @Nullable Checked claims(byte[] claims, Instant now) {
        String subject = null;
        Set<Role> roles = EnumSet.noneOf(Role.class);
        long expiresAt = 0;
        boolean issuerFits = false;
        boolean audienceFits = false;
        try (JsonParser parser = json.createParser(ObjectReadContext.empty(), claims)) {
            boolean known = parser.nextToken() == JsonToken.START_OBJECT;
            while (known && parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                known = value == formOf(name);
                switch (name) {
                    case "sub" -> subject = parser.getString();
                    case "iss" -> issuerFits = issuer.equals(parser.getString());
                    case "aud" -> audienceFits = audience.equals(parser.getString());
                    case "exp" -> expiresAt = known ? parser.getLongValue() : 0;
                    case "roles" -> known = known && readRoles(parser, roles);
                    default -> {
                        // jti and iat decide nothing
                    }
                }
            }
            boolean whole = known && parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
            Instant until = Instant.ofEpochSecond(expiresAt);
            boolean fits = whole && issuerFits && audienceFits && now.isBefore(until);
            return fits && subject != null && !subject.isBlank()
                    ? new Checked(new CurrentUser(subject, roles), until)
                    : null;
        }
    }

    /** The form of each claim that the issuer writes; for any other claim none. */
    private static @Nullable JsonToken formOf(String claim) {
        return switch (claim) {
            case "sub", "iss", "aud", "jti" -> JsonToken.VALUE_STRING;
            case "exp", "iat" -> JsonToken.VALUE_NUMBER_INT;
            case "roles" -> JsonToken.START_ARRAY;
            default -> null;
        };
    }

    private static boolean readRoles(JsonParser parser, Set<Role> roles) {
        JsonToken next = parser.nextToken();
        while (next == JsonToken.VALUE_STRING) {
            Role.fromClaim(parser.getString()).ifPresent(roles::add);
            next = parser.nextToken();
        }
        return next == JsonToken.END_ARRAY;
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
