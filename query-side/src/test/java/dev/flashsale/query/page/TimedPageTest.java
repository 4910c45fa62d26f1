package dev.flashsale.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class TimedPageTest {
    private static final Stamp NOW =
            Stamp.of(Instant.parse("2026-11-11T10:00:00.070Z").toEpochMilli());

    @Test
    void thePageTellsTheTimeAtWhichItIsSent() {
        // given
        TimedPage page = page("{\"serverTime\":\"1970-01-01T00:00:00.001Z\",\"title\":\"1970-01-01T00:00:00.001Z\"}");

        // when
        String sent = text(body(page, "identity"));

        // then
        assertThat(sent)
                .isEqualTo("{\"serverTime\":\"2026-11-11T10:00:00.070Z\",\"title\":\"1970-01-01T00:00:00.001Z\"}");
    }

    @RepeatedTest(20)
    void theCompressedPageUnpacksToThePlainOne() throws IOException {
        // given
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        String filling = "lamp ".repeat(random.nextInt(3_000)) + random.nextLong();
        TimedPage page = page("{\"a\":" + random.nextInt() + ",\"serverTime\":\"1970-01-01T00:00:00.001Z\",\"title\":\""
                + filling + "\"}");

        // when
        byte @Nullable [] zipped = body(page, "gzip, deflate, br");

        // then
        assertThat(new GZIPInputStream(new ByteArrayInputStream(Objects.requireNonNull(zipped))).readAllBytes())
                .isEqualTo(body(page, "identity"));
    }

    @Test
    void whoRefusesGzipGetsThePlainPage() {
        // given
        TimedPage page = page("{\"serverTime\":\"1970-01-01T00:00:00.001Z\"}");

        // when
        HttpHeaders headers = answer(page, "gzip;q=0, identity").getHeaders();

        // then
        assertThat(headers.getFirst("Content-Encoding")).isNull();
        assertThat(headers.getVary()).containsExactly("Accept-Encoding");
    }

    @Test
    void theTagNamesTheContentAndNotTheTime() {
        // given
        TimedPage page = page("{\"serverTime\":\"1970-01-01T00:00:00.001Z\",\"left\":1}");
        TimedPage same = page("{\"serverTime\":\"1970-01-01T00:00:00.001Z\",\"left\":1}");
        TimedPage other = page("{\"serverTime\":\"1970-01-01T00:00:00.001Z\",\"left\":2}");

        // when
        String etag = answer(page, "identity").getHeaders().getETag();

        // then
        assertThat(same.answer(new MockHttpServletRequest(), Stamp.of(5))
                        .getHeaders()
                        .getETag())
                .isEqualTo(etag)
                .startsWith("W/\"");
        assertThat(answer(other, "identity").getHeaders().getETag()).isNotEqualTo(etag);
    }

    @Test
    void tagsAreComparedWeaklyAndInLists() {
        // then
        assertThat(EntityTags.match("\"a\", W/\"b\"", "W/\"b\"")).isTrue();
        assertThat(EntityTags.match("\"b\"", "W/\"b\"")).isTrue();
        assertThat(EntityTags.match("*", "W/\"b\"")).isTrue();
        assertThat(EntityTags.match("\"a\"", "W/\"b\"")).isFalse();
    }

    @Test
    void aPageWithoutAPlaceForTheTimeIsRefused() {
        // then
        assertThatThrownBy(() -> page("{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyStampIsEquallyLong() {
        // given
        Clock onTheSecond = Clock.fixed(Instant.parse("2026-11-11T10:00:00Z"), ZoneOffset.UTC);

        // when
        Stamp stamp = new ServerTime(onTheSecond).now();

        // then
        assertThat(stamp.text()).isEqualTo("2026-11-11T10:00:00.000Z").hasSize(Stamp.LENGTH);
    }

    private static TimedPage page(String json) {
        return new TimedPage(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte @Nullable [] body) {
        return new String(Objects.requireNonNull(body), StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] body(TimedPage page, String acceptEncoding) {
        return answer(page, acceptEncoding).getBody();
    }

    private static ResponseEntity<byte[]> answer(TimedPage page, String acceptEncoding) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept-Encoding", acceptEncoding);
        return page.answer(request, NOW);
    }
}
