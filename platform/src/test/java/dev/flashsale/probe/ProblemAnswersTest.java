package dev.flashsale.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.flashsale.probe.Http.Answer;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProbeTest
class ProblemAnswersTest {
    @Autowired
    private Http http;

    @Test
    void aRefusalCarriesItsTypeItsMembersAndItsPause() throws Exception {
        // when
        Answer answer = http.get("/api/probe/refusal");
        // then
        assertProblem(answer, 409, "sold-out");
        assertThat(answer.header("Retry-After")).isEqualTo("2");
        assertThat(JsonPath.<String>read(answer.body(), "$.reason")).isEqualTo("SOLD_OUT");
        assertThat(JsonPath.<String>read(answer.body(), "$.title")).isEqualTo("Sold out");
        assertThat(JsonPath.<String>read(answer.body(), "$.instance")).isEqualTo("/api/probe/refusal");
    }

    @Test
    void aRefusalFromAnotherThreadIsAProblemToo() throws Exception {
        assertProblem(http.get("/api/probe/late-refusal"), 404, "not-found");
    }

    @Test
    void aFaultIsLoggedAndItsCauseToldToNobody() throws Exception {
        // when
        Answer answer = http.get("/api/probe/fault");
        // then
        assertProblem(answer, 500, "internal-error");
        assertThat(answer.body()).doesNotContain("hunter2", "Exception", "dev.flashsale");
    }

    @Test
    void anAbsentDatabaseIsAPauseNotAFault() throws Exception {
        // when
        Answer answer = http.get("/api/probe/store-away");
        // then
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.body()).doesNotContain("10.0.0.5");
    }

    @Test
    void anAnswerThatDoesNotComeInTimeIsUnavailable() throws Exception {
        // when
        Answer answer = http.get("/api/probe/never");
        // then
        assertProblem(answer, 503, "unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void everyValueThatAConstraintRefusesIsNamed() throws Exception {
        // when
        Answer answer = http.post("/api/probe/validated", "{\"name\":\"ab\",\"quantity\":10}");
        // then
        assertProblem(answer, 400, "invalid-request");
        assertThat(JsonPath.<java.util.List<String>>read(answer.body(), "$.errors[*].field"))
                .containsExactly("name", "quantity");
    }

    @Test
    void aParameterOutOfRangeIsNamed() throws Exception {
        // when
        Answer answer = http.get("/api/probe/parameter?quantity=0");
        // then
        assertProblem(answer, 400, "invalid-request");
        assertThat(JsonPath.<String>read(answer.body(), "$.errors[0].field")).isEqualTo("quantity");
    }

    @Test
    void aParameterOfTheWrongTypeIsAnInvalidRequest() throws Exception {
        assertProblem(http.get("/api/probe/parameter?quantity=many"), 400, "invalid-request");
    }

    @Test
    void aMissingParameterIsAnInvalidRequest() throws Exception {
        assertProblem(http.get("/api/probe/parameter"), 400, "invalid-request");
    }

    @Test
    void aMissingHeaderIsNamed() throws Exception {
        // when
        Answer answer = http.post("/api/probe/header", "{}");
        // then
        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.body()).contains("Idempotency-Key");
    }

    @Test
    void anUnknownAddressIsNotFound() throws Exception {
        assertProblem(http.get("/api/no-such-thing"), 404, "not-found");
    }

    @Test
    void aMethodThatTheAddressDoesNotHaveIsNamedWithThoseItHas() throws Exception {
        // when
        Answer answer = http.send(http.asShopper("/api/probe/basket").DELETE());
        // then
        assertProblem(answer, 405, "method-not-allowed");
        assertThat(answer.header("Allow")).contains("POST");
    }

    @Test
    void anAnswerInAFormThatNobodyHasIsNotAcceptable() throws Exception {
        assertProblem(
                http.send(http.asShopper("/api/probe/json-only").header("Accept", "image/png")), 406, "not-acceptable");
    }

    @Test
    void aProblemIsAProblemEvenForAReaderOfEventStreams() throws Exception {
        assertProblem(
                http.send(http.asShopper("/api/probe/refusal").header("Accept", "text/event-stream")), 409, "sold-out");
    }

    @Test
    void aBodyThatIsNotJsonIsUnsupported() throws Exception {
        assertProblem(
                http.send(http.asShopper("/api/probe/basket")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("hello"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void anErrorSentByTheContainerIsAProblem() throws Exception {
        // when
        Answer answer = http.get("/api/probe/send-error");
        // then
        assertProblem(answer, 418, "invalid-request");
        assertThat(JsonPath.<String>read(answer.body(), "$.instance")).isEqualTo("/api/probe/send-error");
        assertThat(answer.body()).doesNotContain("internal words");
    }

    @Test
    void anAddressThatTheFirewallRefusesIsAnInvalidRequest() throws Exception {
        assertProblem(http.get("/api/sales/s1;a=b"), 400, "invalid-request");
    }

    @Test
    void whatTomcatItselfRefusesIsAProblemWithoutItsVersion() throws Exception {
        // when
        String answer = raw("GET /api/sales/{ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        // then
        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Apache Tomcat", "<html");
    }

    @Test
    void anEncodedSlashIsRefusedByTomcatAsAProblem() throws Exception {
        // when
        Answer answer = http.get("/api/sales/%2e%2e%2fadmin");
        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("/problems/invalid-request");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", http.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void assertProblem(Answer answer, int status, String slug) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("/problems/" + slug);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.status")).isEqualTo(status);
        assertThat(JsonPath.<String>read(answer.body(), "$.title")).isNotBlank();
    }
}
