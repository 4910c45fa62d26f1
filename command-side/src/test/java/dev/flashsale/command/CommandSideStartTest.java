package dev.flashsale.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.kernel.order.OrderExpired;
import dev.flashsale.kernel.upcast.Upcast;
import dev.flashsale.kernel.upcast.Upcasts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service as it is started in production, on an empty database. */
@SpringBootTest(
        classes = CommandSideApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "flashsale.security.jwt-secret=a secret for tests, of more than 32 bytes",
            "flashsale.accounts.bcrypt-strength=4"
        })
@SuppressWarnings("NullAway.Init") // Spring fills the fields
class CommandSideStartTest {
    private static final EmbeddedPostgres POSTGRES = start();

    @Autowired
    private EventStore events;

    @Autowired
    private JdbcTemplate jdbc;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
    }

    @AfterAll
    static void stop() throws IOException {
        POSTGRES.close();
    }

    @Test
    void aShopperRegistersWithTheServiceAsItIsStarted() {
        // given
        RestTestClient http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        // when
        RestTestClient.ResponseSpec answer = http.post()
                .uri("/api/auth/register")
                .body(Map.of("username", "first-shopper", "password", "long-enough"))
                .exchange();
        // then
        answer.expectStatus().isCreated();
        String description = http.get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(description).contains("/api/auth/register", "/api/admin/sales", "#/components/schemas/Problem");
    }

    @Test
    void theGuardsOfTheServiceAreShown() {
        // given
        RestTestClient http = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build();
        // when
        String guards = http.get()
                .uri("/actuator/resilience")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        // then
        assertThat(guards).contains("\"gate-redis\":{\"state\":\"CLOSED\"").doesNotContain("commands");
    }

    /** Through the store, the serialiser and the chain that the service is started with; only the step is made up. */
    @Test
    void anEventStoredInAnOlderFormIsReadAsTodays() {
        // given
        jdbc.update(
                "insert into domain_event_entry (aggregate_identifier, sequence_number, type, event_identifier,"
                        + " payload_type, payload_revision, payload, meta_data, time_stamp)"
                        + " values ('old-order', 0, 'Order', 'old-event', ?, '0', convert_to(?, 'UTF8'),"
                        + " convert_to('{}', 'UTF8'), '2026-11-21T12:15:00Z')",
                OrderExpired.class.getName(),
                "{\"orderId\":\"old-order\",\"at\":\"2026-11-21T12:15:00Z\"}");

        // when
        Object read = events.readEvents("old-order").next().getPayload();

        // then
        assertThat(read).isEqualTo(new OrderExpired("old-order", true, Instant.parse("2026-11-21T12:15:00Z")));
    }

    @TestConfiguration
    static class MadeUpStep {
        @Bean
        @Primary
        Upcasts withOneStep() {
            return new Upcasts(List.of(new Upcast(OrderExpired.class, "0", "1", form -> {
                Map<String, Object> next = new HashMap<>(form);
                next.put("placed", true);
                return next;
            })));
        }
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
