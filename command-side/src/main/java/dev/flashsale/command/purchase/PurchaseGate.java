package dev.flashsale.command.purchase;

import dev.flashsale.command.admission.Caller;
import dev.flashsale.command.admission.Callers;
import dev.flashsale.command.admission.Gate;
import dev.flashsale.command.admission.Stage;
import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.command.admission.Visit;
import dev.flashsale.command.admission.Visit.Wanted;
import dev.flashsale.command.purchase.PurchaseDesk.Ask;
import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.attempt.Attempt;
import dev.flashsale.kernel.purchase.PurchaseId;
import dev.flashsale.kernel.stock.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The gate as purchases meet it. Whoever repeats an accepted purchase passes once it is known who they are: its key has an
 * outcome already, and they are to be told.
 */
@Component
class PurchaseGate {
    /** Notes on a request how far it got, so that nobody is checked, or counted, twice. */
    static final String PASSED = "dev.flashsale.gate.passed";

    private static final TurnedAway KNOCKED_TOO_EARLY = TurnedAway.forGood(
            Refusal.NOT_OPEN.name(), HttpStatus.CONFLICT, "The sale has not opened yet", "Nothing was recorded.");

    private final Gate gate;
    private final SaleEdges edges;
    private final EdgeRecord record;
    private final Clock clock;

    PurchaseGate(Gate gate, SaleEdges edges, EdgeRecord record, Clock clock) {
        this.gate = gate;
        this.edges = edges;
        this.record = record;
        this.clock = clock;
    }

    /** Before the token is looked at. */
    @Nullable
    TurnedAway onArrival(String saleId, String key, Caller caller) {
        AdmissionPolicy policy = gate.policyOf(saleId);
        if (gate.isOpen(policy)) {
            return null;
        }
        Visit visit = new Visit(saleId, policy, caller, null, null, clock.instant());
        TurnedAway turnedAway = gate.check(Stage.ADDRESS, visit);
        String claimed = caller.claimedUser();
        return turnedAway == null
                ? null
                : recorded(visit, claimed == null ? null : PurchaseId.of(saleId, claimed, key), turnedAway);
    }

    /**
     * Somebody was refused at the door before the opening. The page does not let people press so early: whoever does so
     * again and again is counted where the sale blocks for refusals.
     */
    void knockedTooEarly(String saleId, Caller caller) {
        AdmissionPolicy policy = gate.policyOf(saleId);
        if (policy.blocking() != null) {
            gate.tell(Stage.ADDRESS, new Visit(saleId, policy, caller, null, null, clock.instant()), KNOCKED_TOO_EARLY);
        }
    }

    /** Once it is known who asks. */
    @Nullable
    TurnedAway onName(String saleId, String key, Caller caller, String userId) {
        AdmissionPolicy policy = gate.policyOf(saleId);
        if (gate.isOpen(policy)) {
            return null;
        }
        String purchaseId = PurchaseId.of(saleId, userId, key);
        if (isRepeated(saleId, purchaseId)) {
            return null;
        }
        Visit visit = new Visit(saleId, policy, caller, userId, null, clock.instant());
        TurnedAway turnedAway = gate.check(Stage.USER, visit);
        return turnedAway == null ? null : recorded(visit, purchaseId, turnedAway);
    }

    /** Once it is known what they want. */
    @Nullable
    TurnedAway onWish(Ask ask, Caller caller) {
        AdmissionPolicy policy = gate.policyOf(ask.saleId());
        String purchaseId = ask.purchaseId();
        if (gate.isOpen(policy) || isRepeated(ask.saleId(), purchaseId)) {
            return null;
        }
        Wanted wanted = new Wanted(ask.offerId(), ask.quantity(), purchaseId);
        Visit visit = new Visit(ask.saleId(), policy, caller, ask.userId(), wanted, clock.instant());
        TurnedAway turnedAway = gate.check(Stage.WISH, visit);
        return turnedAway == null ? null : recorded(visit, purchaseId, turnedAway);
    }

    /** All stages that a request has not passed yet. */
    @Nullable
    TurnedAway turnedAway(Ask ask, HttpServletRequest request) {
        Caller caller = Callers.of(request, ask.userId());
        Object passed = request.getAttribute(PASSED);
        TurnedAway turnedAway = passed == null ? onArrival(ask.saleId(), ask.key(), caller) : null;
        if (turnedAway == null && passed != Stage.USER) {
            turnedAway = onName(ask.saleId(), ask.key(), caller, ask.userId());
        }
        return turnedAway == null ? onWish(ask, caller) : turnedAway;
    }

    private boolean isRepeated(String saleId, String purchaseId) {
        SaleEdge edge = edges.known(saleId);
        return edge != null && edge.hasAccepted(purchaseId);
    }

    private TurnedAway recorded(Visit visit, @Nullable String purchaseId, TurnedAway turnedAway) {
        String userId = visit.userId();
        Wanted wanted = visit.wanted();
        record.add(new Attempt(
                Attempt.micros(visit.at()),
                visit.saleId(),
                userId == null ? visit.caller().claimedUser() : userId,
                userId != null,
                wanted == null ? null : wanted.offerId(),
                wanted == null ? 0 : wanted.quantity(),
                turnedAway.rule(),
                purchaseId));
        return turnedAway;
    }
}
