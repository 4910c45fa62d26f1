package dev.flashsale.command.purchase;

import dev.flashsale.command.admission.AdmissionPolicies;
import dev.flashsale.command.purchase.OfferedSale.Lead;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.purchase.PurchaseId;
import dev.flashsale.kernel.stock.PurchaseRequest;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.kernel.stock.StockId;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where wishes come in, by whichever way: refuses what is certain, hands the rest to the intake, records who left in vain. */
@Component
class PurchaseDesk {
    /**
     * A shopper's wish, in good form.
     *
     * @param key the Idempotency-Key
     */
    record Ask(String saleId, String userId, String key, String offerId, int quantity) {
        String purchaseId() {
            return PurchaseId.of(saleId, userId, key);
        }
    }

    private final SaleEdges edges;
    private final Intake intake;
    private final AdmissionPolicies policies;
    private final ItemLines lines;
    private final EdgeRecord record;
    private final Clock clock;

    PurchaseDesk(
            SaleEdges edges,
            Intake intake,
            AdmissionPolicies policies,
            ItemLines lines,
            EdgeRecord record,
            Clock clock) {
        this.edges = edges;
        this.intake = intake;
        this.policies = policies;
        this.lines = lines;
        this.record = record;
        this.clock = clock;
    }

    /**
     * Refuses before anything but the address is looked at. Null where a stock has to be asked, or where the user that the
     * token claims to be of was accepted with this key before.
     */
    @Nullable
    Refusal refusalAtTheDoor(String saleId, OfferedSale sale, String key, @Nullable String claimedUser) {
        SaleEdge edge = edges.known(saleId);
        Instant now = clock.instant();
        Refusal refusal = edge == null ? null : edge.refusalOfAll(sale, now);
        if (edge == null || refusal == null || claimedUser == null) {
            return null;
        }
        String purchaseId = PurchaseId.of(saleId, claimedUser, key);
        if (edge.hasAccepted(purchaseId)) {
            return null;
        }
        record.add(new Attempt(Attempt.micros(now), saleId, claimedUser, false, null, 0, refusal.name(), purchaseId));
        return refusal;
    }

    /** Asks for a user whose token was checked. The future completes exceptionally when the outcome is unknown. */
    CompletableFuture<Answer> ask(OfferedSale sale, Ask ask) {
        String purchaseId = ask.purchaseId();
        Lead lead = sale.leadOf(ask.offerId());
        if (lead == null) {
            record(ask, purchaseId, Refusal.UNKNOWN_OFFER.name());
            return CompletableFuture.completedFuture(new Answer.Refused(purchaseId, Refusal.UNKNOWN_OFFER));
        }
        SaleEdge edge = edges.known(ask.saleId());
        Refusal certain = edge == null ? null : edge.refusalOf(sale, lead, ask.quantity(), clock.instant());
        if (edge != null && certain != null && !edge.hasAccepted(purchaseId)) {
            record(ask, purchaseId, certain.name());
            return CompletableFuture.completedFuture(new Answer.RefusedAtTheEdge(purchaseId, certain));
        }
        return queue(sale, ask, purchaseId, lead);
    }

    private CompletableFuture<Answer> queue(OfferedSale sale, Ask ask, String purchaseId, Lead lead) {
        PurchaseRequest request = new PurchaseRequest(purchaseId, ask.userId(), ask.offerId(), ask.quantity(), false);
        Waiting waiting = new Waiting(
                request,
                lead.buckets(),
                sale.hasSeveralOffers(),
                lead.units(ask.quantity()),
                new CompletableFuture<>());
        boolean inLine = policies.of(ask.saleId()).queue();
        if (inLine) {
            lines.join(ask, lead);
        }
        CompletableFuture<Answer> answer =
                intake.submit(StockId.of(ask.saleId(), lead.itemId(), ask.userId(), lead.buckets()), waiting);
        return answer.whenComplete((given, unknown) -> {
            if (inLine) {
                lines.leave(ask, lead);
            }
            if (given instanceof Answer.Busy) {
                record(ask, purchaseId, Attempt.OVERLOADED);
            } else if (given instanceof Answer.RefusedAtTheEdge refused) {
                record(ask, purchaseId, refused.reason().name());
            }
        });
    }

    private void record(Ask ask, String purchaseId, String reason) {
        record.add(new Attempt(
                Attempt.micros(clock.instant()),
                ask.saleId(),
                ask.userId(),
                true,
                ask.offerId(),
                ask.quantity(),
                reason,
                purchaseId));
    }
}
