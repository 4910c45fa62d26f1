package dev.flashsale.kernel.admission;

import org.jspecify.annotations.Nullable;

/**
 * What a merchant demands of shoppers before a stock is asked. A part that is null is switched off. Nothing here protects the
 * stock: window, limit, price and units are decided by the stock itself, whoever gets through.
 *
 * @param challenge what is to be solved before a ticket is given
 * @param ticket whether buying needs a purchase ticket; a challenge without tickets is refused
 * @param rates how often somebody may ask
 * @param blocking when somebody is blocked without anyone's doing
 * @param journey how quickly and in what way a person can have come here
 * @param eligibility whom the sale is for
 * @param queue whether whoever could get nothing any more is told so instead of waiting
 */
public record AdmissionPolicy(
        @Nullable ChallengePolicy challenge,
        boolean ticket,
        @Nullable RatePolicy rates,
        @Nullable BlockingPolicy blocking,
        @Nullable JourneyPolicy journey,
        @Nullable EligibilityPolicy eligibility,
        boolean queue) {
    /** Everything switched off: whoever asks is let through to the stock. */
    public static final AdmissionPolicy OPEN = new AdmissionPolicy(null, false, null, null, null, null, false);
}
