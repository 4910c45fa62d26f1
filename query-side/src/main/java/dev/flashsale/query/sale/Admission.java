package dev.flashsale.query.sale;

import dev.flashsale.kernel.admission.AdmissionPolicy;
import dev.flashsale.kernel.admission.ChallengeKind;
import dev.flashsale.kernel.admission.EligibilityPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know about who may try: what a page has to do, and whom the sale is for. Answers to questions, and the
 * figures by which the gate tells haste or a flood, stay with the merchant.
 *
 * @param challenge what is to be solved before a ticket is given; null for nothing
 * @param ticket whether buying needs a purchase ticket
 * @param journey whether a ticket needs a note of when the page was opened
 * @param queue whether whoever could get nothing any more is told so
 * @param eligibility whom the sale is for; null for everybody
 */
record Admission(
        @Nullable ChallengeKind challenge,
        boolean ticket,
        boolean journey,
        boolean queue,
        @Nullable EligibilityPolicy eligibility) {
    /** Everybody may try. */
    static final Admission OPEN = of(AdmissionPolicy.OPEN);

    static Admission of(AdmissionPolicy policy) {
        return new Admission(
                policy.challenge() == null ? null : policy.challenge().kind(),
                policy.ticket(),
                policy.journey() != null,
                policy.queue(),
                policy.eligibility());
    }
}
