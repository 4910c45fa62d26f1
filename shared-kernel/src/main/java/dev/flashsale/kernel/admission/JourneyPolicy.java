package dev.flashsale.kernel.admission;

/**
 * How quickly and in what way a person can have come from the page to the purchase. Each sign of haste or automation adds to
 * a score of 0 to 100.
 *
 * @param leastReadMs milliseconds from the page being opened to the challenge being asked for; less is a sign
 * @param leastAnswerMs milliseconds from the challenge being shown to its answer; less is a sign
 * @param leastDecideMs milliseconds from the answer to the purchase; less is a sign
 * @param longestMs milliseconds of any of these beyond which the journey has to be begun again
 * @param challengeFrom from this score on the challenge is harder
 * @param refuseFrom from this score on the shopper is refused; above 100 is never
 */
public record JourneyPolicy(
        long leastReadMs, long leastAnswerMs, long leastDecideMs, long longestMs, int challengeFrom, int refuseFrom) {}
