package dev.flashsale.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flashsale.query.storefront.browser.Browser;
import dev.flashsale.query.storefront.browser.MerchantWalk;
import dev.flashsale.query.storefront.browser.PurchaseWalk;
import dev.flashsale.query.storefront.browser.Shopper;
import dev.flashsale.standalone.StandaloneServer;
import dev.flashsale.standalone.stores.Secrets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What people and programs meet first: the storefront in a real browser, and the description of the API. */
class PublicFaceIT {
    private static final Path COMMITTED = Path.of("../docs/openapi.json");

    @TempDir
    static Path data;

    private static StandaloneServer server;

    @BeforeAll
    static void serve() throws Exception {
        server = StandaloneServer.start(data, 0, Map.of(), false);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aShopperBuysAndPaysInABrowser() throws Exception {
        // given
        String saleId = scheduled();

        // when
        try (Browser browser = new Browser()) {
            String orderId = new PurchaseWalk(browser, server.uri().toString())
                    .run("browser-shopper", saleId, SalePlans.MAIN, "standalone");

            // then
            assertThat(orderId).isNotBlank();
        }
    }

    @Test
    void aShopperPassesTheGateByAProofOfWork() throws Exception {
        // given a sale for which the merchant wants work and an account of the way, said on the merchant's page
        String saleId = scheduled();
        try (Browser browser = new Browser()) {
            MerchantWalk merchant = atTheGateOf(saleId, browser);
            merchant.preset("Usual");
            merchant.tick("journey");
            merchant.save();

            // when
            String orderId = new PurchaseWalk(browser, server.uri().toString())
                    .run("working-shopper", saleId, SalePlans.MAIN, "gate-work");

            // then
            assertThat(orderId).isNotBlank();
        }
    }

    @Test
    void aShopperPassesTheGateByAnAnswer() throws Exception {
        // given
        String saleId = scheduled();
        try (Browser browser = new Browser()) {
            MerchantWalk merchant = atTheGateOf(saleId, browser);
            merchant.preset("Usual");
            merchant.ask("Which plant does tea come from?", "Camellia\nthe tea plant");
            merchant.save();
            Shopper shopper = new Shopper(browser, server.uri().toString());
            shopper.register("answering-shopper", "correct horse battery");
            shopper.chooseSale(saleId);

            // when
            shopper.buy(SalePlans.SECOND);
            shopper.answer("mint");
            browser.seeText("#gate .notice", "2 times more");
            shopper.answer("  camellia ");

            // then
            shopper.seePurchase("AWAITING_PAYMENT");
            assertThat(browser.errors()).isEmpty();
        }
    }

    private static String scheduled() throws IOException {
        Secrets secrets = server.stores().secrets();
        Merchant merchant = Merchant.login(
                new Shop(server.uri(), new ClientLog()),
                secrets.get(Secrets.MERCHANT_USERNAME),
                secrets.get(Secrets.MERCHANT_PASSWORD));
        Instant opensAt = Instant.now().plusSeconds(3);
        return merchant.schedule(SalePlans.madeUp(20), opensAt, opensAt.plusSeconds(600));
    }

    private static MerchantWalk atTheGateOf(String saleId, Browser browser) {
        Secrets secrets = server.stores().secrets();
        MerchantWalk merchant = new MerchantWalk(browser, server.uri().toString());
        merchant.openGate(secrets.get(Secrets.MERCHANT_USERNAME), secrets.get(Secrets.MERCHANT_PASSWORD), saleId);
        return merchant;
    }

    /**
     * The description is part of the contract: a change of the API shows up as a change of this file. To accept one, copy
     * the file that the message names.
     */
    @Test
    void theCommittedDescriptionOfTheApiIsTheOneServed() throws Exception {
        // when
        String served = served();

        // then
        Path received = Path.of("target/openapi.json");
        Files.writeString(received, served);
        assertThat(served)
                .as("docs/openapi.json is not what is served; compare it with standalone/%s", received)
                .isEqualTo(Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "");
    }

    /** Sorted and indented, without the address of this very server. */
    private static String served() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.uri() + "/v3/api-docs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JsonMapper json = JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
        Map<?, ?> description = json.readValue(answer.body(), Map.class);
        description.remove("servers");
        return json.writeValueAsString(description).replace("\r\n", "\n") + "\n";
    }
}
