package dev.flashsale.command.stock;

import dev.flashsale.kernel.stock.Refusal;

/** A purchase that was refused here, kept so that repeating it gives the same answer. */
record RefusedPurchase(String offerId, int quantity, Refusal reason, long sequenceNumber) {}
