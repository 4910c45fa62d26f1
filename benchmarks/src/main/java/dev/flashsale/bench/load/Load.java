package dev.flashsale.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/**
 * What a run sends.
 *
 * @param most how many requests there are
 * @param request the n-th one, complete with head and body; the generator sends these bytes as they are
 */
public record Load(int most, IntFunction<byte[]> request) {
    /** The same request again and again. */
    public static Load same(int most, byte[] request) {
        return new Load(most, n -> request);
    }

    /** Made beforehand, so that making them costs nothing while it is measured. */
    public static Load prepared(int count, IntFunction<byte[]> maker) {
        byte[][] requests = new byte[count][];
        for (int n = 0; n < count; n++) {
            requests[n] = maker.apply(n);
        }
        return new Load(count, n -> requests[n]);
    }

    /** A GET of this path. */
    public static byte[] get(String path, String... headers) {
        return message("GET " + path, headers, "");
    }

    /** A POST of this JSON. */
    public static byte[] post(String path, String json, String... headers) {
        return message("POST " + path, headers, json);
    }

    private static byte[] message(String line, String[] headers, String body) {
        StringBuilder text = new StringBuilder(512).append(line).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            text.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            text.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length())
                    .append("\r\n");
        }
        return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.US_ASCII);
    }
}
