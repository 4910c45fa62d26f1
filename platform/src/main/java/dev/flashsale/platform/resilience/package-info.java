/** Guards around whoever may be slow or away: Redis, the payment provider, other nodes. */
@NullMarked
package dev.flashsale.platform.resilience;

import org.jspecify.annotations.NullMarked;
