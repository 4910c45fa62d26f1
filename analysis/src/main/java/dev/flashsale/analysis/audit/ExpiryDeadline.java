package dev.flashsale.analysis.audit;

import java.time.Instant;

/**
 * A stored deadline that ends a payment window.
 *
 * @param dueAt when it is to be handed over; later than the window's end after a failure
 */
public record ExpiryDeadline(String purchaseId, Instant dueAt) {}
