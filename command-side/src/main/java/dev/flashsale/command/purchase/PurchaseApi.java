package dev.flashsale.command.purchase;

import dev.flashsale.command.purchase.OfferedSale.Lead;
import dev.flashsale.kernel.purchase.PurchaseId;
import dev.flashsale.kernel.purchase.PurchaseState;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.security.Principal;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Buying. The answer is sent after the decision is durable: 202 with a receipt, or a typed refusal, or "unknown". */
@RestController
@Validated
class PurchaseApi {
    /**
     * What the shopper wants.
     *
     * @param offerId an itemId or bundleId of the sale
     * @param quantity pieces of the offer
     */
    record Wish(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}")
            String offerId,

            @Min(1) @Max(1_000) int quantity) {}

    /**
     * Where the decision is stored.
     *
     * @param stock the bucket that decided
     * @param sequenceNumber position in that bucket's history
     * @param globalIndex position in the whole event store; absent where the store does not tell
     */
    record Receipt(
            String stock, long sequenceNumber, @Nullable Long globalIndex) {}

    /** The purchase was accepted and is durable. */
    record Accepted(String purchaseId, PurchaseState status, Receipt receipt) {}

    private final SaleDirectory sales;
    private final Intake intake;
    private final long patienceMs;

    PurchaseApi(SaleDirectory sales, Intake intake, @Value("${flashsale.intake.patience-ms:5000}") long patienceMs) {
        this.sales = sales;
        this.intake = intake;
        this.patienceMs = patienceMs;
    }

    @PostMapping("/api/sales/{saleId}/purchases")
    ResponseEntity<Accepted> buy(
            @PathVariable @Size(max = 64) String saleId,
            @RequestHeader("Idempotency-Key") @Pattern(regexp = "[!-~]{8,128}") String idempotencyKey,
            @Valid @RequestBody Wish wish,
            Principal shopper) {
        OfferedSale sale = sales.find(saleId).orElseThrow(PurchaseProblems::unknownSale);
        String userId = shopper.getName();
        String purchaseId = PurchaseId.of(saleId, userId, idempotencyKey);
        Lead lead = sale.leadOf(wish.offerId());
        if (lead == null) {
            throw PurchaseProblems.refused(purchaseId, Refusal.UNKNOWN_OFFER);
        }
        StockId stockId = StockId.of(saleId, lead.itemId(), userId, lead.buckets());
        PurchaseRequest request = new PurchaseRequest(purchaseId, userId, wish.offerId(), wish.quantity(), false);
        return switch (decision(stockId, request, lead, sale)) {
            case Answer.Accepted accepted -> accepted(accepted);
            case Answer.Refused refused -> throw PurchaseProblems.refused(purchaseId, refused.reason());
            case Answer.KeyReused reused -> throw PurchaseProblems.keyReused(purchaseId);
            case Answer.Busy busy -> throw PurchaseProblems.overloaded(purchaseId);
        };
    }

    private Answer decision(StockId stockId, PurchaseRequest request, Lead lead, OfferedSale sale) {
        try {
            return intake.submit(stockId, request, lead.buckets(), sale.hasSeveralOffers())
                    .get(patienceMs, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw PurchaseProblems.outcomeUnknown(request.purchaseId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PurchaseProblems.outcomeUnknown(request.purchaseId());
        }
    }

    private static ResponseEntity<Accepted> accepted(Answer.Accepted accepted) {
        Receipt receipt = new Receipt(accepted.stockId().toString(), accepted.sequenceNumber(), accepted.globalIndex());
        return ResponseEntity.accepted()
                .location(URI.create("/api/purchases/" + accepted.purchaseId()))
                .body(new Accepted(accepted.purchaseId(), PurchaseState.RESERVED, receipt));
    }
}
