package dev.flashsale.bench.axon;

import dev.flashsale.bench.axon.Messages.PutOnSale;
import dev.flashsale.bench.axon.Messages.Reserve;
import dev.flashsale.bench.axon.Messages.Verdict;
import dev.flashsale.kernel.purchase.PurchaseId;
import java.security.Principal;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Buying, by Spring MVC and Spring Security, one command per request. */
@RestController
class PurchaseApi {
    record Wish(String offerId, int quantity) {}

    private final CommandGateway commands;

    PurchaseApi(CommandGateway commands) {
        this.commands = commands;
    }

    void putOnSale(String saleId, int units) {
        Object unused = commands.sendAndWait(new PutOnSale(saleId, units));
    }

    @PostMapping("/api/sales/{saleId}/purchases")
    ResponseEntity<Map<String, String>> buy(
            @PathVariable String saleId,
            @RequestHeader("Idempotency-Key") String idempotencyKey,
            @RequestBody Wish wish,
            Principal shopper) {
        String purchaseId = PurchaseId.of(saleId, shopper.getName(), idempotencyKey);
        Verdict verdict = commands.sendAndWait(
                new Reserve(saleId, purchaseId, shopper.getName(), wish.offerId(), wish.quantity()));
        return ResponseEntity.status(verdict == Verdict.RESERVED ? 202 : 409)
                .body(Map.of("purchaseId", purchaseId, "status", verdict.name()));
    }
}
