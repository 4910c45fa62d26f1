package dev.flashsale.kernel.attempt;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TextWriter} wrote. */
final class TextReader {
    private final DataInput in;
    private final List<String> seen = new ArrayList<>();

    TextReader(DataInput in) {
        this.in = in;
    }

    @Nullable
    String read() throws IOException {
        long number = Varint.read(in);
        if (number == TextWriter.ABSENT) {
            return null;
        }
        if (number == TextWriter.AS_UUID) {
            return new UUID(in.readLong(), in.readLong()).toString();
        }
        if (number == TextWriter.NEW) {
            String text = in.readUTF();
            seen.add(text);
            return text;
        }
        long at = number - TextWriter.FIRST_NUMBER;
        if (at < 0 || at >= seen.size()) {
            throw new IOException("a text that was not seen before: " + number);
        }
        return seen.get((int) at);
    }

    String readPresent() throws IOException {
        String text = read();
        if (text == null) {
            throw new IOException("a text that is never absent");
        }
        return text;
    }
}
