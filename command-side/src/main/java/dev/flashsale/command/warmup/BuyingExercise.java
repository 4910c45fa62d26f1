package dev.flashsale.command.warmup;

import dev.flashsale.platform.security.Role;
import dev.flashsale.platform.security.TokenIssuer;
import dev.flashsale.platform.warmup.Exercise;
import dev.flashsale.platform.warmup.LocalNode;
import dev.flashsale.platform.warmup.ShadowSales;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Buys from a shadow sale: HTTP, token, intake, command bus, stock and event store are the real ones. Where Axon Server stores
 * the events nothing can be kept apart, so there only the way to "unknown sale" gets warm.
 */
@Component
@Order(1)
class BuyingExercise implements Exercise {
    private static final int SHOPPERS = 64;
    private static final int A_REFUSAL_EVERY = 8;

    private final ShadowStock stock;
    private final TokenIssuer tokens;
    private final boolean canStore;
    private volatile String saleId = ShadowSales.newId();
    private volatile List<String> shoppers = List.of();

    BuyingExercise(
            ShadowStock stock, TokenIssuer tokens, @Value("${flashsale.event-store:postgresql}") String eventStore) {
        this.stock = stock;
        this.tokens = tokens;
        this.canStore = eventStore.equals("postgresql");
    }

    @Override
    public String name() {
        return "buy";
    }

    @Override
    public void prepare() {
        saleId = ShadowSales.newId();
        shoppers = IntStream.range(0, SHOPPERS)
                .mapToObj(i ->
                        tokens.issue(saleId + ":" + i, Set.of(Role.SHOPPER)).token())
                .toList();
        if (canStore) {
            stock.fill(saleId);
        }
    }

    @Override
    public void send(LocalNode node, int number) throws IOException {
        boolean refused = number % A_REFUSAL_EVERY == 0;
        int quantity = refused ? ShadowStock.LIMIT + 1 : 1;
        Map<String, String> headers = Map.of(
                "Authorization", "Bearer " + shoppers.get(number % SHOPPERS), "Idempotency-Key", "warm-up-" + number);
        String wish = "{\"offerId\":\"" + ShadowStock.ITEM + "\",\"quantity\":" + quantity + "}";
        int unused = node.post("/api/sales/" + saleId + "/purchases", headers, wish.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void cleanUp() {
        if (canStore) {
            stock.remove(saleId);
        }
    }
}
