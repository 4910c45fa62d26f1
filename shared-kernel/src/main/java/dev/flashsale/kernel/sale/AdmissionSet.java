package dev.flashsale.kernel.sale;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A merchant said who may try to buy; it replaces what was said before. A sale without one lets everybody try.
 *
 * @param policy what is demanded from now on
 * @param setBy user id of the merchant
 * @param at instant that the deciding command carried
 */
@Revision("1")
public record AdmissionSet(String saleId, AdmissionPolicy policy, String setBy, Instant at) implements FlashSaleEvent {}
