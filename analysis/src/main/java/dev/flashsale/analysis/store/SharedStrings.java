package dev.flashsale.analysis.store;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * Gives texts that come again and again, such as item and stock ids, one object instead of millions. A text that shares
 * its place in the small table with another one only loses the saving. Not thread-safe.
 */
final class SharedStrings extends StdScalarDeserializer<String> {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int PLACES = 1 << 12;

    private final transient @Nullable String[] table = new @Nullable String[PLACES];

    SharedStrings() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.getValueAsString();
        if (text == null) {
            return null;
        }
        int place = (text.hashCode() ^ (text.hashCode() >>> 12)) & (PLACES - 1);
        String known = table[place];
        if (text.equals(known)) {
            return known;
        }
        table[place] = text;
        return text;
    }
}
