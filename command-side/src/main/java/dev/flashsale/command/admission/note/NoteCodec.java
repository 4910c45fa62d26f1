package dev.flashsale.command.admission.note;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A note as bytes. Only what was signed is ever decoded. */
final class NoteCodec {
    private static final int USUAL_BYTES = 256;

    private NoteCodec() {}

    static byte[] encode(Note note) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(note.userId());
            out.writeUTF(note.saleId());
            out.writeUTF(note.offerId());
            out.writeUTF(note.network());
            out.writeUTF(note.nonce());
            out.writeLong(note.issuedAtMs());
            out.writeLong(note.expiresAtMs());
            Footprints steps = note.footprints();
            out.writeLong(steps.openedAtMs());
            out.writeLong(steps.shownAtMs());
            out.writeLong(steps.agent());
            out.writeLong(steps.language());
            out.writeBoolean(steps.hard());
            out.writeByte(steps.score());
        } catch (IOException e) {
            throw new UncheckedIOException("a field is longer than any id", e);
        }
        return bytes.toByteArray();
    }

    static Note decode(byte[] signed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(signed))) {
            return new Note(
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readUTF(),
                    in.readLong(),
                    in.readLong(),
                    new Footprints(
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong(),
                            in.readBoolean(),
                            in.readByte()));
        } catch (IOException e) {
            throw new UncheckedIOException("signed, and yet not written here", e);
        }
    }
}
