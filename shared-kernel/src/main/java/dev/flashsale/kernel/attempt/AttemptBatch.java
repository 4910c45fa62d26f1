package dev.flashsale.kernel.attempt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The stored form of attempts, in arrival order. Format 1: each attempt is
 *
 * <pre>
 *   time        varint    microseconds since the attempt before (zigzag); the first since 1970
 *   flags       byte      1: user verified
 *   quantity    varint    zigzag
 *   sale, offer, reason, user, purchase    text each
 * </pre>
 *
 * where a text is a varint: 0 absent; 1 a UUID, 16 bytes; 2 new, modified UTF-8 after it, which gets the next number from 3
 * on; any other the number of a text seen before. A varint has 7 bits a byte, the low ones first. Ids are random, so deflating
 * this would cost ten times its making and save a twentieth of its length.
 */
public final class AttemptBatch {
    /** The format that {@link #encode} writes. */
    public static final int FORMAT = 1;

    private AttemptBatch() {}

    /** The attempts as bytes. */
    public static byte[] encode(List<Attempt> attempts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(48 * attempts.size() + 64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            TextWriter texts = new TextWriter(out);
            long before = 0;
            for (Attempt attempt : attempts) {
                Varint.write(out, Varint.zigzag(attempt.atEpochMicros() - before));
                before = attempt.atEpochMicros();
                out.writeByte(attempt.userVerified() ? 1 : 0);
                Varint.write(out, Varint.zigzag(attempt.quantity()));
                texts.write(attempt.saleId());
                texts.write(attempt.offerId());
                texts.write(attempt.reason());
                texts.write(attempt.userId());
                texts.write(attempt.purchaseId());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The attempts in these bytes.
     *
     * @param format as stored beside them
     * @throws IllegalArgumentException if the format is unknown or the bytes are damaged
     */
    public static List<Attempt> decode(int format, byte[] payload) {
        if (format != FORMAT) {
            throw new IllegalArgumentException("unknown format of attempts: " + format);
        }
        List<Attempt> attempts = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            TextReader texts = new TextReader(in);
            long at = 0;
            while (in.available() > 0) {
                at += Varint.unzigzag(Varint.read(in));
                boolean verified = in.readByte() == 1;
                int quantity = Math.toIntExact(Varint.unzigzag(Varint.read(in)));
                String saleId = texts.readPresent();
                String offerId = texts.read();
                String reason = texts.readPresent();
                String userId = texts.read();
                String purchaseId = texts.read();
                attempts.add(new Attempt(at, saleId, userId, verified, offerId, quantity, reason, purchaseId));
            }
        } catch (IOException | ArithmeticException e) {
            throw new IllegalArgumentException("damaged attempts after " + attempts.size(), e);
        }
        return attempts;
    }
}
