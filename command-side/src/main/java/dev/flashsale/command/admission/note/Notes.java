package dev.flashsale.command.admission.note;

import dev.flashsale.command.admission.AddressPrefix;
import dev.flashsale.platform.security.SharedSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs notes and believes them: {@code v1.<key id>.<payload>.<HMAC-SHA-256 of all before>}. The signature is compared as
 * text, so that a note has one spelling only, and in constant time.
 */
@Component
public class Notes {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1";
    private static final int LONGEST = 1_024;
    private static final int NONCE_BYTES = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Map<NoteKind, NoteKeys> keys = new EnumMap<>(NoteKind.class);
    private final SecureRandom random = new SecureRandom();
    private final byte[] digestKey;

    Notes(SharedSecret secret) {
        for (NoteKind kind : NoteKind.values()) {
            keys.put(kind, new NoteKeys(kind, secret));
        }
        this.digestKey = secret.derive("note/digest");
    }

    /** 128 bits that nobody can guess. */
    public String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The note as a shopper carries it. */
    public String write(NoteKind kind, Note note, Instant now) {
        NoteKeys ofKind = keysOf(kind);
        String signed = VERSION + '.' + ofKind.idAt(now) + '.' + TEXT.encodeToString(NoteCodec.encode(note));
        return signed + '.' + TEXT.encodeToString(mac(ofKind.keyAt(now), signed));
    }

    /** What a shopper brought. A key that is not believed is refused before anything is computed. */
    public Reading read(NoteKind kind, String text, Instant now) {
        int end = text.lastIndexOf('.');
        if (text.length() > LONGEST || end < 0) {
            return new Reading.Forged();
        }
        String[] parts = text.substring(0, end).split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION)) {
            return new Reading.Forged();
        }
        byte[] key = keysOf(kind).believed(parts[1], now);
        if (key == null) {
            return keysOf(kind).isOver(parts[1], now) ? new Reading.Expired() : new Reading.Forged();
        }
        byte[] expected = TEXT.encode(mac(key, text.substring(0, end)));
        byte[] given = text.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(expected, given)) {
            return new Reading.Forged();
        }
        Note note = NoteCodec.decode(Base64.getUrlDecoder().decode(parts[2]));
        return now.toEpochMilli() >= note.expiresAtMs() ? new Reading.Expired() : new Reading.Sound(note);
    }

    /** The note that a shopper brought, if it holds; otherwise null. */
    public @Nullable Note holding(NoteKind kind, @Nullable String text, Instant now) {
        return text != null && read(kind, text, now) instanceof Reading.Sound sound ? sound.note() : null;
    }

    /** The network of an address, told to nobody: without the secret it cannot be found by trying all networks. */
    public String network(String address) {
        return HexFormat.of().formatHex(mac(digestKey, "network/" + AddressPrefix.of(address)), 0, NONCE_BYTES);
    }

    /** A header's value, so that two steps can be compared; 0 if there is none. */
    public long digest(@Nullable String header) {
        return header == null || header.isBlank()
                ? 0
                : ByteBuffer.wrap(mac(digestKey, "header/" + header)).getLong() | 1;
    }

    private NoteKeys keysOf(NoteKind kind) {
        NoteKeys ofKind = keys.get(kind);
        if (ofKind == null) {
            throw new IllegalStateException("every kind has keys: " + kind);
        }
        return ofKind;
    }

    private static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
