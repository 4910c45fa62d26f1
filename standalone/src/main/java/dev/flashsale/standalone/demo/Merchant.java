package dev.flashsale.standalone.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Schedules and closes the sale through the admin API. */
final class Merchant {
    private final Shop shop;
    private final String token;

    private Merchant(Shop shop, String token) {
        this.shop = shop;
        this.token = token;
    }

    static Merchant login(Shop shop, String username, String password) throws IOException {
        Answer answer = shop.post("/api/auth/login", null, Map.of("username", username, "password", password));
        return new Merchant(shop, expect(200, answer).text("token"));
    }

    /** Schedules the sale and answers with its id. */
    String schedule(SalePlan plan, Instant opensAt, Instant closesAt) throws IOException {
        Map<String, Object> sale = new LinkedHashMap<>();
        sale.put("title", plan.title());
        sale.put("currency", plan.currency());
        sale.put("opensAt", opensAt.toString());
        sale.put("closesAt", closesAt.toString());
        sale.put("paymentWindowSeconds", plan.paymentWindow().toSeconds());
        sale.put("items", plan.items());
        sale.put("bundles", plan.bundles());
        if (plan.gate().admission() != null) {
            sale.put("admission", plan.gate().admission());
        }
        return expect(201, shop.post("/api/admin/sales", token, sale)).text("saleId");
    }

    void close(String saleId) throws IOException {
        Answer unused = expect(204, shop.post("/api/admin/sales/" + saleId + "/close", token, Map.of()));
    }

    static Answer expect(int status, Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("the server answered " + answer + " instead of " + status);
        }
        return answer;
    }
}
