package dev.flashsale.kernel.stock;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the stock decided about one purchase request. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "outcome")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PurchaseOutcome.Reserved.class, name = "reserved"),
    @JsonSubTypes.Type(value = PurchaseOutcome.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = PurchaseOutcome.Short.class, name = "short"),
    @JsonSubTypes.Type(value = PurchaseOutcome.KeyReused.class, name = "keyReused"),
    @JsonSubTypes.Type(value = PurchaseOutcome.Undecidable.class, name = "undecidable")
})
public sealed interface PurchaseOutcome {
    /** The request that this answers. */
    String purchaseId();

    /**
     * The units are held for the shopper.
     *
     * @param sequenceNumber position of the deciding event within the stock's own history; the durable receipt
     * @param repeated true when the same purchase had been decided before
     */
    record Reserved(String purchaseId, long sequenceNumber, boolean repeated) implements PurchaseOutcome {}

    /** A typed no; the event that records it is at {@code sequenceNumber}. */
    record Refused(String purchaseId, Refusal reason, long sequenceNumber, boolean repeated)
            implements PurchaseOutcome {}

    /**
     * This bucket holds too few units, and its siblings were not asked yet. Nothing was recorded.
     *
     * @param neededUnits units that the purchase takes
     * @param missingUnits how many of them this bucket lacked
     */
    record Short(String purchaseId, long neededUnits, int missingUnits) implements PurchaseOutcome {}

    /** The same purchase id came before with another offer or quantity. Nothing was recorded. */
    record KeyReused(String purchaseId) implements PurchaseOutcome {}

    /** Deciding about this request failed, alone among its batch. Nothing was recorded. */
    record Undecidable(String purchaseId) implements PurchaseOutcome {}
}
