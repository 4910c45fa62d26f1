package dev.flashsale.command.purchase;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.purchase.PurchaseAnswers.Accepted;
import dev.flashsale.command.purchase.PurchaseDesk.Ask;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.annotation.Validated;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Buying, as the API describes it. Requests in plain form are answered by {@link BuyRoute}, with the same answers; this one
 * has those that are not. The answer is sent after the decision is durable: 202 with a receipt, or a typed refusal, or
 * "unknown".
 */
@RestController
@Validated
class PurchaseApi {
    static final String KEY_FORM = "[!-~]{8,128}";
    static final String OFFER_ID_FORM = "[A-Za-z0-9_-]{1,40}";
    static final int MOST_PIECES = 1_000;
    static final int LONGEST_SALE_ID = 64;

    /**
     * What the shopper wants.
     *
     * @param offerId an itemId or bundleId of the sale
     * @param quantity pieces of the offer
     */
    record Wish(
            @NotNull @Pattern(regexp = OFFER_ID_FORM) String offerId,

            @Min(1) @Max(MOST_PIECES) int quantity) {}

    private final SaleDirectory sales;
    private final PurchaseGate gate;
    private final PurchaseDesk desk;
    private final long patienceMs;

    PurchaseApi(
            SaleDirectory sales,
            PurchaseGate gate,
            PurchaseDesk desk,
            @Value("${flashsale.intake.patience-ms:5000}") long patienceMs) {
        this.sales = sales;
        this.gate = gate;
        this.desk = desk;
        this.patienceMs = patienceMs;
    }

    @PostMapping("/api/sales/{saleId}/purchases")
    ResponseEntity<Accepted> buy(
            @PathVariable @Size(max = LONGEST_SALE_ID) String saleId,
            @RequestHeader("Idempotency-Key") @Pattern(regexp = KEY_FORM) String idempotencyKey,
            @Valid @RequestBody Wish wish,
            Principal shopper,
            HttpServletRequest request) {
        OfferedSale sale = sales.find(saleId).orElseThrow(PurchaseProblems::unknownSale);
        Ask ask = new Ask(saleId, shopper.getName(), idempotencyKey, wish.offerId(), wish.quantity());
        TurnedAway turnedAway = gate.turnedAway(ask, request);
        if (turnedAway != null) {
            throw turnedAway.toProblem();
        }
        Answer answer = answer(sale, ask);
        if (answer instanceof Answer.Accepted accepted) {
            return ResponseEntity.accepted()
                    .location(URI.create(PurchaseAnswers.location(accepted.purchaseId())))
                    .body(PurchaseAnswers.accepted(accepted));
        }
        throw PurchaseAnswers.problem(answer);
    }

    private Answer answer(OfferedSale sale, Ask ask) {
        try {
            return desk.ask(sale, ask).get(patienceMs, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw PurchaseProblems.outcomeUnknown(ask.purchaseId());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PurchaseProblems.outcomeUnknown(ask.purchaseId());
        }
    }
}
