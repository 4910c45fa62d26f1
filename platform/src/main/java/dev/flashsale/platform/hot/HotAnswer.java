package dev.flashsale.platform.hot;

import dev.flashsale.platform.problem.RenderedProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer, ready to be sent as often as wanted. The security headers are not part of it: they are added to every
 * answer when it is sent.
 */
public final class HotAnswer {
    private static final Set<String> CACHING = Set.of("cache-control", "expires", "pragma");
    private static final String CONTENT_TYPE = "Content-Type";

    private final int status;
    private final byte @Nullable [] body;
    private final String[] headers;
    private final boolean saysHowToCache;
    /** Made when first sent; two threads at once make the same. */
    private @Nullable HeaderBlock block;

    private HotAnswer(int status, byte @Nullable [] body, String[] headers, boolean saysHowToCache) {
        this.status = status;
        this.body = body;
        this.headers = headers;
        this.saysHowToCache = saysHowToCache;
    }

    /** JSON, already written; the array is kept, not copied. */
    public static HotAnswer json(int status, byte[] body) {
        return new HotAnswer(status, body, new String[] {CONTENT_TYPE, "application/json"}, false);
    }

    /** An answer without a body, such as 304. */
    public static HotAnswer empty(int status) {
        return new HotAnswer(status, null, new String[0], status == 304);
    }

    /** An error answer. */
    public static HotAnswer of(RenderedProblem problem) {
        HotAnswer answer = new HotAnswer(
                problem.status(), problem.body(), new String[] {CONTENT_TYPE, "application/problem+json"}, false);
        for (var header : problem.headers().entrySet()) {
            answer = answer.header(header.getKey(), header.getValue());
        }
        return answer;
    }

    /** The same with one more header. */
    public HotAnswer header(String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        boolean caching = saysHowToCache || CACHING.contains(name.toLowerCase(Locale.ROOT));
        return new HotAnswer(status, body, all, caching);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Null for an answer that has none. */
    byte @Nullable [] body() {
        return body;
    }

    HeaderBlock headers() {
        HeaderBlock known = block;
        if (known == null) {
            known = new HeaderBlock(headers);
            block = known;
        }
        return known;
    }

    /** Whether the answer itself says how long it may be kept; otherwise nobody may keep it. */
    boolean saysHowToCache() {
        return saysHowToCache;
    }
}
