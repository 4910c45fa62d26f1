package dev.flashsale.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.flashsale.platform.security.Role;
import dev.flashsale.probe.Http.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProbeTest
class RouteTableTest {
    @Autowired
    private Http http;

    /** Per identity the status expected; the probe has no page, so what security lets through may well be 404. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        // method, path, nobody, shopper, merchant, analyst
        "GET, /api/sales/s1, 200, 200, 200, 200",
        "HEAD, /api/sales/s1, 200, 200, 200, 200",
        "GET, /api/time, 404, 404, 404, 404",
        "GET, /api/sales, 404, 404, 404, 404",
        "POST, /api/auth/login, 200, 200, 200, 200",
        "POST, /api/auth/register, 404, 404, 404, 404",
        "POST, /api/payments/callback, 200, 200, 200, 200",
        "GET, /, 404, 404, 404, 404",
        "GET, /index.html, 404, 404, 404, 404",
        "GET, /merchant.html, 404, 404, 404, 404",
        "GET, /assets/app.js, 404, 404, 404, 404",
        "GET, /favicon.svg, 404, 404, 404, 404",
        "POST, /index.html, 401, 403, 403, 403",
        "GET, /v3/api-docs, 200, 200, 200, 200",
        "GET, /actuator/health, 200, 200, 200, 200",
        "GET, /actuator/health/liveness, 200, 200, 200, 200",
        "GET, /actuator/info, 200, 200, 200, 200",
        "GET, /actuator/prometheus, 200, 200, 200, 200",
        "GET, /actuator/resilience, 404, 404, 404, 404",
        "POST, /api/sales/s1/purchases, 401, 200, 200, 200",
        "PUT, /api/sales/s1, 401, 405, 405, 405",
        "GET, /api/probe/me, 401, 200, 200, 200",
        "GET, /api/no-such-thing, 401, 404, 404, 404",
        "POST, /api/auth/anything-else, 401, 404, 404, 404",
        "POST, /api/admin/sales, 401, 403, 200, 403",
        "GET, /api/admin/no-such-thing, 401, 403, 404, 403",
        "GET, /api/admin/projections/p1/replay, 401, 403, 404, 404",
        "DELETE, /api/admin, 401, 403, 404, 403",
        "GET, /actuator, 401, 403, 403, 403",
        "GET, /actuator/env, 401, 403, 403, 403",
        "GET, /actuator/heapdump, 401, 403, 403, 403",
        "GET, /error, 401, 403, 403, 403",
        "GET, /no-such-thing, 401, 403, 403, 403",
        "GET, /.git/config, 401, 403, 403, 403",
        "GET, /api/admin/, 401, 403, 404, 403",
        "OPTIONS, /api/sales/s1/purchases, 401, 200, 200, 200",
    })
    void whoMayCallWhat(String method, String path, int nobody, int shopper, int merchant, int analyst)
            throws Exception {
        // when
        List<Integer> seen = List.of(
                status(request(method, path)),
                status(as(Role.SHOPPER, method, path)),
                status(as(Role.MERCHANT, method, path)),
                status(as(Role.ANALYST, method, path)));
        // then
        assertThat(seen).containsExactly(nobody, shopper, merchant, analyst);
    }

    @Test
    void everyAnswerForbidsFramesSniffingForeignScriptsAndSaysNothingOfOtherOrigins() throws Exception {
        // when
        Answer answer = http.send(http.to("/api/sales/s1").header("Origin", "https://elsewhere.example"));
        // then
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
        assertThat(answer.header("Set-Cookie")).isNull();
    }

    private HttpRequest.Builder as(Role role, String method, String path) {
        return request(method, path).header("Authorization", http.bearer(role));
    }

    private HttpRequest.Builder request(String method, String path) {
        return method.equals("POST")
                ? http.to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"))
                : http.to(path).method(method, BodyPublishers.noBody());
    }

    private int status(HttpRequest.Builder request) throws Exception {
        Answer answer = http.send(request);
        if (answer.status() >= 400 && !answer.body().isEmpty()) {
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(JsonPath.<String>read(answer.body(), "$.type")).startsWith("/problems/");
        }
        return answer.status();
    }
}
