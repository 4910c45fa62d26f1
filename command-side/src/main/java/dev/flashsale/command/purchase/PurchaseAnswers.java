package dev.flashsale.command.purchase;

import dev.flashsale.command.admission.TurnedAway;
import dev.flashsale.kernel.purchase.PurchaseState;
import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.platform.hot.HotAnswer;
import dev.flashsale.platform.problem.ApiProblem;
import dev.flashsale.platform.problem.ProblemWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the intake's answers look like to the shopper; both ways of buying send these. */
@Component
class PurchaseAnswers {
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

    private final SaleEdges edges;
    private final ProblemWriter problems;
    private final JsonMapper json;

    PurchaseAnswers(SaleEdges edges, ProblemWriter problems, JsonMapper json) {
        this.edges = edges;
        this.problems = problems;
        this.json = json;
    }

    static Accepted accepted(Answer.Accepted accepted) {
        Receipt receipt = new Receipt(accepted.stockId().toString(), accepted.sequenceNumber(), accepted.globalIndex());
        return new Accepted(accepted.purchaseId(), PurchaseState.RESERVED, receipt);
    }

    static String location(String purchaseId) {
        return "/api/purchases/" + purchaseId;
    }

    /** How anything but acceptance is told. */
    static ApiProblem problem(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> throw new IllegalArgumentException("no problem at all: " + accepted);
            case Answer.Refused refused -> PurchaseProblems.refused(refused.purchaseId(), refused.reason());
            case Answer.RefusedAtTheEdge refused -> PurchaseProblems.refusedAtTheEdge(refused.reason());
            case Answer.KeyReused reused -> PurchaseProblems.keyReused(reused.purchaseId());
            case Answer.Busy busy -> PurchaseProblems.overloaded(busy.purchaseId());
        };
    }

    /** The whole answer to a request for this path. */
    HotAnswer toHot(Answer answer, String saleId, String path) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                HotAnswer.json(202, json.writeValueAsBytes(accepted(accepted)))
                        .header("Location", location(accepted.purchaseId()));
            case Answer.RefusedAtTheEdge refused -> refusedAtTheEdge(refused.reason(), saleId, path);
            default -> HotAnswer.of(problems.render(problem(answer), path));
        };
    }

    /** The same for everybody, so it is made once per sale. */
    HotAnswer refusedAtTheEdge(Refusal reason, String saleId, String path) {
        return edges.of(saleId)
                .answers()
                .computeIfAbsent(
                        reason, r -> HotAnswer.of(problems.render(PurchaseProblems.refusedAtTheEdge(r), path)));
    }

    HotAnswer turnedAway(TurnedAway turnedAway, String path) {
        return HotAnswer.of(problems.render(turnedAway.toProblem(), path));
    }

    HotAnswer outcomeUnknown(String purchaseId, String path) {
        return HotAnswer.of(problems.render(PurchaseProblems.outcomeUnknown(purchaseId), path));
    }
}
