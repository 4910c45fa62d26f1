package dev.flashsale.kernel.purchase;

/** Query: how does this purchase stand? Answered, and kept up to date for subscribers, by a {@link PurchaseResult}. */
public record FindPurchase(String purchaseId) {}
