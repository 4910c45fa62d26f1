package dev.flashsale.standalone.demo;

import java.time.Instant;
import java.util.UUID;

/** A scheduled sale, and what its shoppers share. */
record OpenSale(String saleId, Instant opensAt, Purchasing purchasing, Comebacks comebacks, ClientLog log) {
    /**
     * As long as the offer is sold out, or the order expired before it could be paid: waits for units to come back, and
     * tries again. Not for those who let their orders expire on purpose.
     */
    void comeBack(Shopper shopper, String offerId, String firstEnd) {
        String end = firstEnd;
        while (isStillWanted(end) && comebacks.await(offerId)) {
            Answer answer;
            try {
                answer = purchasing.request(
                        shopper, offerId, 1, UUID.randomUUID().toString());
            } finally {
                comebacks.tried(offerId);
            }
            end = purchasing.goOn(answer, shopper, offerId, Purchasing.Payment.AT_ONCE);
        }
        if (isStillWanted(end)) {
            log.leftWithout(offerId);
        }
    }

    static boolean isStillWanted(String end) {
        return end.equals(Refusals.SOLD_OUT) || end.equals("EXPIRED");
    }
}
