package dev.flashsale.query.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import dev.flashsale.query.testing.QuerySideTest;
import dev.flashsale.query.testing.RandomHistory;
import dev.flashsale.query.testing.Shop;
import dev.flashsale.query.testing.TestStores;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

@QuerySideTest
class ReplayApiTest {
    @Autowired
    Shop shop;

    @Autowired
    TokenIssuer tokens;

    @Autowired
    Environment environment;

    @BeforeEach
    void aSaleHasBeenProjected() {
        TestStores.ensureRedis();
        shop.publish(RandomHistory.of(7, 5));
        shop.awaitProjections();
    }

    @Test
    void anAnalystSeesWhatAReplayWouldDo() throws Exception {
        // when
        HttpResponse<String> plan = get("ReadModel_Purchases", Role.ANALYST);

        // then
        assertThat(plan.statusCode()).as(plan.body()).isEqualTo(200);
        assertThat(plan.body()).contains("\"keysToDelete\":", "\"target\":", "ReadModel_Sales");
    }

    @Test
    void aShopperMayNot() throws Exception {
        assertThat(get("ReadModel_Purchases", Role.SHOPPER).statusCode()).isEqualTo(403);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() throws Exception {
        // when
        HttpResponse<String> answer = get("ReadModel_Nothing", Role.MERCHANT);

        // then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ReadModel_Sales, ReadModel_Purchases");
    }

    @Test
    void processesAreNeverReplayed() throws Exception {
        // when
        HttpResponse<String> answer = get("Process_Purchase", Role.MERCHANT);

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("/problems/replay-refused", "send their commands again");
    }

    @Test
    void orderRowsAreRefusedWithTheReason() throws Exception {
        // when
        HttpResponse<String> answer = get("ReadModel_OrderRows", Role.MERCHANT);

        // then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("not rebuilt beside");
    }

    private HttpResponse<String> get(String projection, Role role) throws Exception {
        String token = tokens.issue("replay-" + role, Set.of(role)).token();
        String port = environment.getRequiredProperty("local.server.port");
        URI uri = URI.create("http://127.0.0.1:" + port + "/api/admin/projections/" + projection + "/replay-plan");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .build();
        return shop.http().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
