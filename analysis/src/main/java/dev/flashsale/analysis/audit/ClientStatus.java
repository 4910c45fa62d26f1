package dev.flashsale.analysis.audit;

import java.time.Instant;

/**
 * How a purchase stood when a client asked.
 *
 * @param status RESERVED, AWAITING_PAYMENT, PAID, EXPIRED, CANCELLED or REFUSED
 */
public record ClientStatus(String purchaseId, Instant sentAt, Instant answeredAt, String status) {
    /** How far along the way it is; the last step is final. */
    int step() {
        return switch (status) {
            case "RESERVED" -> 0;
            case "AWAITING_PAYMENT" -> 1;
            default -> 2;
        };
    }
}
