package dev.flashsale.query.page;

import dev.flashsale.platform.hot.HotAnswer;
import dev.flashsale.platform.hot.HotExchange;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/**
 * A JSON answer rendered once, in plain and in gzip form; the server's time is filled in as it is sent.
 *
 * <p>The tag is weak: it names the content apart from the time, and two answers with the same tag differ in their bytes.
 * For a 304 that makes no difference, since If-None-Match compares weakly.
 */
public final class TimedPage {
    /** What {@code serverTime} is while the page is rendered. */
    public static final Instant PLACEHOLDER = Instant.ofEpochMilli(1);

    /** On a 304 too, which has no body: a countdown must not start from the time of an older answer. */
    public static final String SERVER_TIME = "Server-Time";

    private static final byte[] SLOT = ("\"serverTime\":\"" + PLACEHOLDER + "\"").getBytes(StandardCharsets.US_ASCII);
    private static final String NO_STORE = "no-store";
    private static final String GZIP = "gzip";

    /** What is sent within one millisecond: made once, however many ask. */
    private record Sent(Stamp stamp, HotAnswer plain, HotAnswer zipped, HotAnswer notModified) {}

    private final byte[] plain;
    private final int timeAt;
    private final ZippedPage zippedPage;
    private final String etag;
    private volatile @Nullable Sent sent;

    /** @param rendered JSON whose member {@code serverTime} is {@link #PLACEHOLDER} */
    public TimedPage(byte[] rendered) {
        this.plain = rendered;
        this.timeAt = indexOf(rendered, SLOT) + SLOT.length - 1 - Stamp.LENGTH;
        this.zippedPage = new ZippedPage(rendered, timeAt);
        this.etag = "W/\"" + DigestUtils.md5DigestAsHex(rendered) + "\"";
    }

    /** 200 with the page, or 304 when the caller holds this content already, ahead of Spring MVC. */
    public HotAnswer answer(HotExchange exchange, Stamp now) {
        Sent answers = at(now);
        String held = exchange.header(HttpHeaders.IF_NONE_MATCH);
        if (held != null && EntityTags.match(held, etag)) {
            return answers.notModified;
        }
        return acceptsZipped(exchange.header(HttpHeaders.ACCEPT_ENCODING)) ? answers.zipped : answers.plain;
    }

    /** The same through Spring MVC, which finds by itself whether the caller holds it. */
    public ResponseEntity<byte[]> answer(HttpServletRequest request, Stamp now) {
        HttpHeaders headers = new HttpHeaders();
        headers(now, headers::set);
        headers.setContentType(MediaType.APPLICATION_JSON);
        if (acceptsZipped(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            headers.set(HttpHeaders.CONTENT_ENCODING, GZIP);
            return ResponseEntity.ok().headers(headers).body(zippedPage.at(now));
        }
        return ResponseEntity.ok().headers(headers).body(plainAt(now));
    }

    private Sent at(Stamp now) {
        Sent known = sent;
        if (known == null || known.stamp != now) {
            known = new Sent(
                    now,
                    with(now, HotAnswer.json(HttpStatus.OK.value(), plainAt(now))),
                    with(now, HotAnswer.json(HttpStatus.OK.value(), zippedPage.at(now)))
                            .header(HttpHeaders.CONTENT_ENCODING, GZIP),
                    with(now, HotAnswer.empty(HttpStatus.NOT_MODIFIED.value())));
            sent = known;
        }
        return known;
    }

    private HotAnswer with(Stamp now, HotAnswer bare) {
        HotAnswer[] answer = {bare};
        headers(now, (name, value) -> answer[0] = answer[0].header(name, value));
        return answer[0];
    }

    private void headers(Stamp now, BiConsumer<String, String> header) {
        header.accept(HttpHeaders.CACHE_CONTROL, NO_STORE);
        header.accept(HttpHeaders.ETAG, etag);
        header.accept(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        header.accept(SERVER_TIME, now.text());
    }

    private byte[] plainAt(Stamp now) {
        byte[] page = plain.clone();
        System.arraycopy(now.ascii(), 0, page, timeAt, Stamp.LENGTH);
        return page;
    }

    // whoever gives gzip a weight below 1 gets the plain form, which is always allowed
    private static boolean acceptsZipped(@Nullable String encodings) {
        return encodings != null && encodings.contains(GZIP) && !encodings.contains("gzip;q=0");
    }

    private static int indexOf(byte[] text, byte[] wanted) {
        for (int at = 0; at <= text.length - wanted.length; at++) {
            if (Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("the page has no place for the server's time");
    }
}
