package dev.flashsale.command.admission.note;

/**
 * What a shopper carries from one step to the next.
 *
 * @param offerId what it is about; empty where it is about the sale
 * @param network keyed digest of the address prefix that it was given to
 * @param nonce 128 random bits in hexadecimal: no two notes are the same
 * @param issuedAtMs milliseconds since 1970
 * @param expiresAtMs milliseconds since 1970; from then on it is worth nothing
 */
public record Note(
        String userId,
        String saleId,
        String offerId,
        String network,
        String nonce,
        long issuedAtMs,
        long expiresAtMs,
        Footprints footprints) {
    /** Whether it was given to this user, in this sale, for this offer. */
    public boolean isFor(String userId, String saleId, String offerId) {
        return this.userId.equals(userId) && this.saleId.equals(saleId) && this.offerId.equals(offerId);
    }
}
