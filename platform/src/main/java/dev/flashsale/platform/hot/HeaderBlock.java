package dev.flashsale.platform.hot;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.tomcat.util.http.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Header lines in the bytes that go over the wire. Tomcat makes an encoder and two buffers for every name and every value
 * that it is given as text; that was two fifths of the time of a sale's page.
 */
final class HeaderBlock {
    private static final int DELETE = 127;

    private final String[] lines;
    private final byte[] bytes;
    /** Where each name and each value ends in {@link #bytes}. */
    private final int[] ends;

    /** @param lines names and values in turn */
    HeaderBlock(String... lines) {
        this.lines = lines;
        this.bytes = String.join("", lines).getBytes(StandardCharsets.ISO_8859_1);
        this.ends = new int[lines.length];
        int end = 0;
        for (int i = 0; i < lines.length; i++) {
            end += lines[i].length();
            ends[i] = end;
        }
        blankControls();
    }

    /** Adds the lines to an answer that has none of these names. */
    void addTo(HttpServletResponse response, @Nullable MimeHeaders tomcats) {
        if (tomcats == null) {
            for (int i = 0; i < lines.length; i += 2) {
                response.setHeader(lines[i], lines[i + 1]);
            }
            return;
        }
        // a copy each time: the next answer's Content-Length may be written into the array that Tomcat finds here
        byte[] copy = Arrays.copyOf(bytes, bytes.length);
        int start = 0;
        for (int i = 0; i < ends.length; i += 2) {
            int nameEnd = ends[i];
            int valueEnd = ends[i + 1];
            tomcats.addValue(copy, start, nameEnd - start).setBytes(copy, nameEnd, valueEnd - nameEnd);
            start = valueEnd;
        }
    }

    // as Tomcat does to text: a line break in a value would begin a header of its own
    private void blankControls() {
        for (int i = 0; i < bytes.length; i++) {
            byte b = bytes[i];
            if (b >= 0 && b < ' ' && b != '\t' || b == DELETE) {
                bytes[i] = ' ';
            }
        }
    }
}
