package dev.flashsale.probe;

import static dev.flashsale.probe.ProblemAnswersTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.probe.Http.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ProbeTest
class StrictJsonTest {
    private static final String BASKET = "/api/probe/basket";

    @Autowired
    private Http http;

    @Test
    void aRequestThatKeepsTheContractIsReadAndItsInstantsAreIso8601() throws Exception {
        // given
        String basket = "{\"offerId\":\"tea\",\"quantity\":2,\"at\":\"2026-11-11T00:00:00Z\",\"kind\":\"GIFT\","
                + "\"inner\":{\"numbers\":[1,2],\"flag\":true}}";
        // when
        Answer answer = http.post(BASKET, basket);
        // then
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("\"quantity\":2", "\"at\":\"2026-11-11T00:00:00Z\"", "\"numbers\":[1,2]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"\"",
                "5",
                "{",
                "{}",
                "{\"offerId\":\"tea\",\"quantity\":1}x",
                "{\"offerId\":\"tea\",\"quantity\":1}{}",
                "{\"offerId\":\"tea\"}",
                "{\"offerId\":\"tea\",\"quantity\":null}",
                "{\"offerId\":\"tea\",\"quantity\":1.99}",
                "{\"offerId\":\"tea\",\"quantity\":1.0}",
                "{\"offerId\":\"tea\",\"quantity\":1e3}",
                "{\"offerId\":\"tea\",\"quantity\":\"1\"}",
                "{\"offerId\":\"tea\",\"quantity\":\"\"}",
                "{\"offerId\":\"tea\",\"quantity\":true}",
                "{\"offerId\":\"tea\",\"quantity\":[1]}",
                "{\"offerId\":\"tea\",\"quantity\":01}",
                "{\"offerId\":\"tea\",\"quantity\":NaN}",
                "{\"offerId\":\"tea\",\"quantity\":\uFF11}",
                "{\"offerId\":\"tea\",\"quantity\":2147483648}",
                "{\"offerId\":\"tea\",\"quantity\":99999999999999999999999999999999999999999999999999}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"quantity\":2}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"price\":1}",
                "{\"OFFERID\":\"tea\",\"quantity\":1}",
                "{\"offerId\":7,\"quantity\":1}",
                "{\"offerId\":true,\"quantity\":1}",
                "{\"offerId\":[\"tea\"],\"quantity\":1}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"at\":1795252296}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"at\":\"1795252296\"}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"at\":\"2026-11-11\"}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"at\":\"\"}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"at\":\"+999999999-01-01T00:00:00Z\"}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"kind\":0}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"kind\":\"\"}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"kind\":\"gift\"}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"inner\":\"\"}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"inner\":[]}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"inner\":{\"numbers\":\"\"}}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"inner\":{\"numbers\":1}}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"inner\":{\"numbers\":[1.5]}}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"inner\":{\"flag\":1}}",
                "{\"offerId\":\"tea\",\"quantity\":1,\"inner\":{\"flag\":\"true\"}}",
            })
    void whatIsNotExactlyTheContractIsAnInvalidRequest(String body) throws Exception {
        // when
        Answer answer = http.post(BASKET, body);
        // then
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body()).doesNotContain("flashsale", "jackson", "java.");
    }

    @Test
    void anUnknownFieldIsNamed() throws Exception {
        assertThat(http.post(BASKET, "{\"offerId\":\"tea\",\"quantity\":1,\"price\":1}")
                        .body())
                .contains("Unknown field: price.");
    }

    @Test
    void aFieldOfTheWrongTypeIsNamedWithItsPath() throws Exception {
        assertThat(http.post(BASKET, "{\"offerId\":\"tea\",\"quantity\":1,\"inner\":{\"numbers\":[1,\"2\"]}}")
                        .body())
                .contains("inner.numbers.1");
    }

    @Test
    void nestingIsReadToALevelThatNoContractNeedsAndNoDeeper() throws Exception {
        // given an address that takes any JSON object, which is the first level
        String open = "/api/auth/login";
        // then
        assertThat(http.post(open, "{\"a\":" + "[".repeat(19) + "]".repeat(19) + "}")
                        .status())
                .isEqualTo(200);
        assertProblem(http.post(open, "{\"a\":" + "[".repeat(20) + "]".repeat(20) + "}"), 400, "invalid-request");
        assertProblem(http.post(open, "[".repeat(8_000)), 400, "invalid-request");
    }

    @Test
    void aBodyAboveTheLimitIsRefused() throws Exception {
        assertProblem(http.post(BASKET, json(8 * 1024 + 1)), 413, "request-too-large");
    }

    @Test
    void aBodyOfUnsaidLengthIsReadUpToTheLimit() throws Exception {
        // given
        byte[] body = json(9 * 1024).getBytes(StandardCharsets.UTF_8);
        // when
        Answer answer = http.send(http.asShopper(BASKET)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        // then
        assertProblem(answer, 413, "request-too-large");
    }

    @Test
    void aScheduleMayBeLargerThanAPurchase() throws Exception {
        // when
        Answer answer = http.send(http.to("/api/admin/sales")
                .header("Authorization", http.bearer(dev.flashsale.platform.security.Role.MERCHANT))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json(100 * 1024))));
        // then
        assertThat(answer.status()).isEqualTo(200);
    }

    private static String json(int bytes) {
        return "{\"offerId\":\"" + "x".repeat(bytes - 14) + "\"}";
    }
}
