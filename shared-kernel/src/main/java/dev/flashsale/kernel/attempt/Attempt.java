package dev.flashsale.kernel.attempt;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A purchase attempt that was refused without a decision of a stock, and so left no event. What had not been read when it was
 * refused is absent.
 *
 * @param atEpochMicros when it was refused, in microseconds since 1970
 * @param saleId the sale in the address; it need not exist
 * @param userId the user that the token names
 * @param userVerified whether the token's signature was checked; otherwise anybody may have claimed to be this user
 * @param offerId what was asked for
 * @param quantity how many pieces of it; 0 if not known
 * @param reason a Refusal's name, a {@link GateReason}'s, or OVERLOADED for those told to come back
 * @param purchaseId what its Idempotency-Key names; nothing is recorded under it
 */
public record Attempt(
        long atEpochMicros,
        String saleId,
        @Nullable String userId,
        boolean userVerified,
        @Nullable String offerId,
        int quantity,
        String reason,
        @Nullable String purchaseId) {
    /** The reason of those who were told to come back: more were waiting than could be served. */
    public static final String OVERLOADED = "OVERLOADED";

    /** When it was refused. */
    public Instant at() {
        return Instant.EPOCH.plus(atEpochMicros, ChronoUnit.MICROS);
    }

    /** Microseconds since 1970. */
    public static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }
}
