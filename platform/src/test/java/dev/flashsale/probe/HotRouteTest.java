package dev.flashsale.probe;

import static dev.flashsale.probe.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.platform.security.Role;
import dev.flashsale.probe.Http.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProbeTest
class HotRouteTest {
    /** No hot route knows this wish, so it takes the way through Spring MVC, which answers JSON all the same. */
    private static final String THE_LONG_WAY = "application/json;q=0.9";

    @Autowired
    private Http http;

    @Autowired
    private MeterRegistry meters;

    @ParameterizedTest
    @ValueSource(strings = {"who", "refusal", "cached", "later"})
    void bothWaysAnswerTheSameInEveryHeaderAndByte(String address) throws Exception {
        bothWaysAgree(() -> http.asShopper("/api/probe/hot/" + address));
    }

    @Test
    void bothWaysEchoTheSameBody() throws Exception {
        bothWaysAgree(() -> post("{\"a\":\"b\"}"));
    }

    @Test
    void aRequestWithoutAValidTokenIsRefusedBySpringSecurity() throws Exception {
        assertProblem(http.send(http.to("/api/probe/hot/who")), 401, "unauthenticated");
        assertProblem(
                http.send(http.to("/api/probe/hot/who").header("Authorization", "Bearer no.such.token")),
                401,
                "unauthenticated");
    }

    @Test
    void aBodyThatARouteReadAndDidNotWantIsReadAgainBehindIt() throws Exception {
        // given
        String body = "{\"name\":\"longer than ten bytes\"}";
        // when
        Answer answer = http.send(post(body));
        // then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(body);
    }

    @Test
    void whoeverGetsNoAnswerInTimeIsToldSo() throws Exception {
        assertProblem(http.get("/api/probe/hot/never"), 503, "unavailable");
    }

    @Test
    void aPathThatIsNotPlainTakesTheUsualWay() throws Exception {
        // when
        long before = served();
        Answer answer = http.get("/api/probe/hot/who%3F");
        // then
        assertProblem(answer, 404, "not-found");
        assertThat(served()).isEqualTo(before);
    }

    private void bothWaysAgree(Supplier<HttpRequest.Builder> request) throws Exception {
        // when
        long before = served();
        Answer hot = http.send(request.get());
        long afterHot = served();
        Answer usual = http.send(request.get().header("Accept", THE_LONG_WAY));
        // then
        assertThat(afterHot).as("served ahead of Spring MVC").isEqualTo(before + 1);
        assertThat(served()).as("served by Spring MVC").isEqualTo(afterHot);
        assertThat(hot.status()).isEqualTo(usual.status());
        assertThat(hot.body()).isEqualTo(usual.body());
        assertThat(headers(hot)).isEqualTo(headers(usual));
    }

    private static Map<String, List<String>> headers(Answer answer) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.remove("date");
        // how the body's end is told, by its length or by chunks, is the connection's affair
        headers.remove("content-length");
        headers.remove("transfer-encoding");
        return headers;
    }

    private HttpRequest.Builder post(String body) {
        return http.to("/api/probe/hot/echo")
                .header("Authorization", http.bearer(Role.SHOPPER))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    private long served() {
        return meters.find("flashsale.hot.requests").timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }
}
