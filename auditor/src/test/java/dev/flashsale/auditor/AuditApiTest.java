package dev.flashsale.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = AuditorApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "flashsale.security.jwt-secret=only-for-tests-only-for-tests-only-for-tests",
            "flashsale.audit.interval=100ms",
            "management.endpoint.health.show-details=always"
        })
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class AuditApiTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    TokenIssuer tokens;

    @Autowired
    Environment environment;

    @DynamicPropertySource
    static void store(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", TestStore::url);
        properties.add("spring.datasource.username", () -> "postgres");
    }

    /** The next context reads from its start on. */
    @AfterEach
    void nothing() throws Exception {
        TestStore.execute("truncate domain_event_entry restart identity");
    }

    @BeforeEach
    void aSaleOfThreePens() throws Exception {
        TestStore.append(TestStore.SALE + ":pen:0", 0, TestStore.pens(0, 3));
    }

    @Test
    void aStoreThatHoldsIsAnsweredWith200() throws Exception {
        // when
        HttpResponse<String> answer = audit("", Role.ANALYST);

        // then
        JsonNode report = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(report.path("holds").booleanValue()).isTrue();
        assertThat(report.path("verifiedThrough").intValue()).isEqualTo(1);
        assertThat(report.path("complete").booleanValue()).isTrue();
        assertThat(report.at("/findings/0/code").asString()).isEqualTo("I-1");
        assertThat(audit("?sale=" + TestStore.SALE, Role.MERCHANT).statusCode()).isEqualTo(200);
    }

    @Test
    void aViolationIsAnsweredWith409AndNamesTheFirstEvent() throws Exception {
        // given
        TestStore.append(TestStore.SALE + ":pen:0", 1, TestStore.soldOut(0, "p1"));

        // when
        HttpResponse<String> answer = audit("?sale=" + TestStore.SALE, Role.ANALYST);

        // then
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(problem.path("type").asString()).isEqualTo("/problems/invariant-broken");
        assertThat(problem.path("findings").valueStream())
                .filteredOn(finding -> finding.path("violations").intValue() > 0)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path("code").asString()).isEqualTo("I-4");
                    assertThat(finding.path("firstIndex").intValue()).isEqualTo(2);
                    assertThat(finding.at("/samples/0/subject").asString()).isEqualTo("p1");
                });
    }

    @Test
    void theAuditorFindsAViolationByItselfAndSaysSo() throws Exception {
        // given
        await().untilAsserted(
                        () -> assertThat(health().path("status").asString()).isEqualTo("UP"));

        // when
        TestStore.append("o1", 0, TestStore.paidOutOfNowhere("o1"));

        // then
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(health().path("status").asString()).isEqualTo("OUT_OF_SERVICE");
            assertThat(health().at("/details/I-7").asString()).contains("first at 2");
            assertThat(get("/actuator/prometheus", Role.ANALYST).body())
                    .contains("flashsale_invariant_violations_total{inv=\"I-7\"} 1.0")
                    .contains("flashsale_verified_index 2.0")
                    .contains("flashsale_audit_lag_seconds");
        });
    }

    @Test
    void onlyStaffMayAskAndOnlyAboutSalesThatExist() throws Exception {
        assertThat(audit("", Role.SHOPPER).statusCode()).isEqualTo(403);
        assertThat(audit("?sale=nothing", Role.ANALYST).statusCode()).isEqualTo(404);
    }

    private JsonNode health() throws Exception {
        return JSON.readTree(get("/actuator/health/audit", Role.ANALYST).body());
    }

    private HttpResponse<String> audit(String query, Role role) throws Exception {
        return get("/api/admin/audit" + query, role);
    }

    private HttpResponse<String> get(String path, Role role) throws Exception {
        String port = environment.getRequiredProperty("local.server.port");
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header(
                                "Authorization",
                                "Bearer " + tokens.issue("user-1", Set.of(role)).token())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
