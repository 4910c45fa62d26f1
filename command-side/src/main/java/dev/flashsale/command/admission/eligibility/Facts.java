package dev.flashsale.command.admission.eligibility;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a shopper, as far as one sale asks for it.
 *
 * @param createdAt when the account was made; null if it was forgotten
 * @param level what a merchant made it; 0 at first
 * @param allowListed whether they are on the sale's allow-list
 * @param bought whether they paid in the sale where buyers had to
 * @param boughtExcluded whether they paid in the sale whose buyers are excluded
 */
record Facts(@Nullable Instant createdAt, int level, boolean allowListed, boolean bought, boolean boughtExcluded) {}
