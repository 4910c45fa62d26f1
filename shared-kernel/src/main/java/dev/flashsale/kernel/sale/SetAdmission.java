package dev.flashsale.kernel.sale;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Say who may try to buy in a sale, from now on.
 *
 * @param setBy the merchant's user id
 * @param at when the merchant asked
 */
public record SetAdmission(
        @TargetAggregateIdentifier String saleId, AdmissionPolicy policy, String setBy, Instant at) {}
