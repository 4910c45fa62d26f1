package dev.flashsale.kernel.stock;

/** One reservation to give back, and why. */
public record ReservationRelease(String purchaseId, ReleaseReason reason) {}
