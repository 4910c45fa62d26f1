package dev.flashsale.command.purchase;

import dev.flashsale.kernel.stock.Refusal;
import dev.flashsale.platform.problem.ApiProblem;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** How refusals and unknown outcomes are told. */
final class PurchaseProblems {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);

    private PurchaseProblems() {}

    static ApiProblem unknownSale() {
        return ApiProblem.of(HttpStatus.NOT_FOUND, "unknown-sale", "There is no such sale");
    }

    static ApiProblem refused(String purchaseId, Refusal reason) {
        return ApiProblem.of(HttpStatus.CONFLICT, slug(reason), title(reason))
                .with("reason", reason)
                .with("purchaseId", purchaseId);
    }

    /** Certain, but not recorded: the key stays free, and names no purchase yet. */
    static ApiProblem refusedAtTheEdge(Refusal reason) {
        boolean mayChange = reason == Refusal.SOLD_OUT || reason == Refusal.NOT_OPEN;
        return ApiProblem.of(HttpStatus.CONFLICT, slug(reason), title(reason))
                .detail(
                        mayChange
                                ? "Nothing was recorded. The same Idempotency-Key may be tried again later."
                                : "Nothing was recorded.")
                .with("reason", reason)
                .with("recorded", false)
                .with("retryable", mayChange);
    }

    static ApiProblem keyReused(String purchaseId) {
        return ApiProblem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another purchase")
                .with("purchaseId", purchaseId);
    }

    static ApiProblem overloaded(String purchaseId) {
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "overloaded", "Too many shoppers are waiting")
                .detail("Nothing was decided. Try again with the same Idempotency-Key.")
                .with("purchaseId", purchaseId)
                .retryAfter(TRY_AGAIN);
    }

    static ApiProblem outcomeUnknown(String purchaseId) {
        return ApiProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "outcome-unknown", "The outcome is not known yet")
                .detail("The purchase may or may not have been accepted."
                        + " Repeat it with the same Idempotency-Key to learn its one true outcome.")
                .with("outcome", "unknown")
                .with("purchaseId", purchaseId)
                .retryAfter(TRY_AGAIN);
    }

    private static String slug(Refusal reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String title(Refusal reason) {
        return switch (reason) {
            case SOLD_OUT -> "Sold out";
            case LIMIT_EXCEEDED -> "More than one shopper may have";
            case NOT_OPEN -> "The sale has not opened yet";
            case ENDED -> "The sale has ended";
            case CANCELLED -> "The sale was cancelled";
            case UNKNOWN_OFFER -> "The sale does not offer this";
            case INVALID_QUANTITY -> "The quantity is out of range";
        };
    }
}
