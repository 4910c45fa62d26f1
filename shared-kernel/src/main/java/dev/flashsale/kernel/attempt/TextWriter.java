package dev.flashsale.kernel.attempt;

import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes each text once and its number from then on; UUIDs, of which few repeat, always as their 16 bytes. */
final class TextWriter {
    static final int ABSENT = 0;
    static final int AS_UUID = 1;
    static final int NEW = 2;
    static final int FIRST_NUMBER = 3;
    private static final int UUID_LENGTH = 36;

    private final DataOutput out;
    private final Map<String, Integer> numbers = new HashMap<>();

    TextWriter(DataOutput out) {
        this.out = out;
    }

    void write(@Nullable String text) throws IOException {
        if (text == null) {
            out.writeByte(ABSENT);
            return;
        }
        Integer number = numbers.get(text);
        if (number != null) {
            Varint.write(out, number);
            return;
        }
        UUID uuid = uuidIn(text);
        if (uuid != null) {
            out.writeByte(AS_UUID);
            out.writeLong(uuid.getMostSignificantBits());
            out.writeLong(uuid.getLeastSignificantBits());
            return;
        }
        numbers.put(text, FIRST_NUMBER + numbers.size());
        out.writeByte(NEW);
        out.writeUTF(text);
    }

    /** Only if it is written as UUIDs write themselves: reading must give the same text. */
    private static @Nullable UUID uuidIn(String text) {
        if (text.length() != UUID_LENGTH || text.charAt(8) != '-') {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
