package dev.flashsale.command.admission.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.flashsale.command.admission.attack.RunningGate.Reply;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Who is blocked, by whom, and from what, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // started before all tests
class BlocklistTest {
    private RunningGate gate;

    @BeforeAll
    void start() {
        gate = new RunningGate(Map.of());
    }

    @AfterAll
    void stop() {
        gate.close();
    }

    @Test
    void aBlockedShopperIsTurnedAwayInEverySaleUntilLetGo() {
        // given a sale that demands nothing
        String sale = gate.sale(10, Map.of());
        String shopper = gate.shopper();
        String until = inAnHour();
        // when
        Reply made = block(Map.of("userId", RunningGate.userOf(shopper), "reason", "resells", "until", until));
        assertThat(made.status()).isEqualTo(201);
        // then
        await().until(() -> gate.buy(sale, shopper).status() == 403);
        Reply refused = gate.buy(sale, shopper);
        assertThat(refused.reason()).isEqualTo("BLOCKED");
        assertThat(refused.body().path("blockReason").asString()).isEqualTo("resells");
        assertThat(refused.body().path("until").asString()).isEqualTo(until);
        assertThat(gate.buy(sale, gate.shopper()).status()).isEqualTo(202);
        // when
        letGo(made.body().path("blockId").asString());
        // then
        await().until(() -> gate.buy(sale, shopper).status() != 403);
    }

    @Test
    void aBlockedNetworkIsTurnedAwayAndItsAddressIsStoredNowhere() {
        // given
        String sale = gate.sale(10, Map.of());
        String shopper = gate.shopper();
        String until = inAnHour();
        // when
        Reply made = block(Map.of("address", "127.0.0.77", "reason", "a farm", "until", until));
        String blockId = made.body().path("blockId").asString();
        // then
        try {
            await().until(() -> gate.buy(sale, shopper).reason().equals("BLOCKED"));
            JsonNode found = gate.send(gate.asMerchant(gate.at("/api/admin/blocklist?address=127.0.0.5")))
                    .body()
                    .path("blocked");
            assertThat(found.size()).isEqualTo(1);
            assertThat(found.path(0).path("blockId").asString()).isEqualTo(blockId);
            assertThat(payloadsOf(blockId)).isNotEmpty().noneMatch(payload -> payload.contains("127.0"));
        } finally {
            letGo(blockId);
        }
        await().until(() -> gate.buy(sale, shopper).status() != 403);
    }

    @Test
    void whoeverIsRefusedTooOftenIsBlockedByThePolicy() {
        // given
        Map<String, Object> admission = Map.of(
                "rates",
                Map.of("perUser", Map.of("capacity", 1, "refillTokens", 1, "refillPeriodMs", 86_400_000)),
                "blocking",
                blockingAfter(5));
        String sale = gate.sale(10, admission);
        String elsewhere = gate.sale(10, Map.of());
        String shopper = gate.shopper();
        // when
        for (int i = 0; i < 6; i++) {
            gate.buy(sale, shopper);
        }
        // then
        await().until(() -> gate.buy(elsewhere, shopper).reason().equals("BLOCKED"));
        assertThat(gate.buy(sale, shopper).body().path("blockReason").asString())
                .isEqualTo("RATE_LIMITED");
        assertThat(gate.buy(sale, gate.shopper()).status()).isEqualTo(202);
    }

    @Test
    void whoeverAsksForTicketsInVainTooOftenIsBlockedAndGetsNone() {
        // given
        Map<String, Object> admission =
                Map.of("challenge", Map.of("kind", "PROOF_OF_WORK"), "blocking", blockingAfter(3));
        String sale = gate.sale(10, admission);
        String shopper = gate.shopper();
        // when
        for (int i = 0; i < 3; i++) {
            assertThat(step(sale, shopper, "ticket").reason()).isEqualTo("CHALLENGE_REQUIRED");
        }
        // then
        await().until(() -> step(sale, shopper, "ticket").reason().equals("BLOCKED"));
    }

    private Reply step(String sale, String shopper, String step) {
        return gate.send(gate.post("/api/sales/" + sale + "/items/pen/" + step, Map.of())
                .header("Authorization", "Bearer " + shopper));
    }

    @Test
    void onlyMerchantsSeeAndChangeTheBlocklist() {
        // given
        String shopper = gate.shopper();
        HttpRequest.Builder read = gate.at("/api/admin/blocklist").header("Authorization", "Bearer " + shopper);
        // then
        assertThat(gate.send(read).status()).isEqualTo(403);
        assertThat(gate.send(gate.at("/api/admin/blocklist")).status()).isEqualTo(401);
        HttpRequest.Builder change =
                gate.post("/api/admin/blocklist", Map.of()).header("Authorization", "Bearer " + shopper);
        assertThat(gate.send(change).status()).isEqualTo(403);
    }

    @Test
    void aBlockNamesOneSubjectAndAnEndThatIsToCome() {
        String soon = Instant.now().plusSeconds(60).toString();
        assertThat(block(Map.of("reason", "x", "until", soon)).status()).isEqualTo(400);
        assertThat(block(Map.of("reason", "x", "until", soon, "userId", "u", "address", "10.0.0.1"))
                        .status())
                .isEqualTo(400);
        assertThat(block(Map.of("reason", "x", "until", "2020-01-01T00:00:00Z", "userId", "u"))
                        .status())
                .isEqualTo(400);
        assertThat(gate.send(gate.asMerchant(gate.at("/api/admin/blocklist/block-user-nobody")
                                .DELETE()))
                        .status())
                .isEqualTo(404);
    }

    private static String inAnHour() {
        return Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Reply block(Map<String, Object> wanted) {
        return gate.send(gate.asMerchant(gate.post("/api/admin/blocklist", wanted)));
    }

    private void letGo(String blockId) {
        Reply reply = gate.send(
                gate.asMerchant(gate.at("/api/admin/blocklist/" + blockId).DELETE()));
        assertThat(reply.status()).isEqualTo(204);
    }

    @Test
    void aBlockedNetworkTakesNoStepTowardsATicket() {
        // given
        String sale = gate.sale(10, Map.of("challenge", Map.of("kind", "PROOF_OF_WORK")));
        String shopper = gate.shopper();
        Reply made = block(Map.of("address", "127.0.0.77", "reason", "a farm", "until", inAnHour()));
        // when, then
        try {
            await().until(() -> step(sale, shopper, "challenge").reason().equals("BLOCKED"));
            assertThat(step(sale, shopper, "ticket").reason()).isEqualTo("BLOCKED");
        } finally {
            letGo(made.body().path("blockId").asString());
        }
        await().until(() -> step(sale, shopper, "challenge").status() == 201);
    }

    @Test
    void whoeverKnocksAgainAndAgainBeforeTheOpeningIsBlockedWithTheirNetwork() {
        // given
        Instant opens = Instant.now().plusSeconds(600);
        String sale = gate.sale(10, Map.of("blocking", blockingAfter(20)), opens);
        String shopper = gate.shopper();
        await().until(() -> gate.buy(sale, shopper).body().path("recorded").asBoolean(true), recorded -> !recorded);
        // when
        for (int i = 0; i < 20; i++) {
            assertThat(gate.buy(sale, shopper).reason()).isEqualTo("NOT_OPEN");
        }
        // then
        String open = gate.sale(10, Map.of());
        await().until(() -> gate.buy(open, gate.shopper()).reason().equals("BLOCKED"));
        JsonNode blocked = gate.send(gate.asMerchant(gate.at("/api/admin/blocklist?address=127.0.0.1")))
                .body()
                .path("blocked")
                .path(0);
        assertThat(blocked.path("reason").asString()).isEqualTo("NOT_OPEN");
        letGo(blocked.path("blockId").asString());
        await().until(() -> gate.buy(open, gate.shopper()).status() == 202);
    }

    private static Map<String, Object> blockingAfter(int refusals) {
        return Map.of(
                "refusals", refusals,
                "windowMs", 60_000,
                "firstBlockMs", 3_600_000,
                "growth", 2,
                "longestBlockMs", 7_200_000);
    }

    private List<String> payloadsOf(String aggregateId) {
        return gate.service
                .getBean(JdbcTemplate.class)
                .queryForList(
                        "select convert_from(payload, 'UTF8') from domain_event_entry where aggregate_identifier = ?",
                        String.class,
                        aggregateId);
    }
}
