/** Payments: the gateway port, a simulated provider, the signed callback, refunds. */
@NullMarked
package dev.flashsale.process.payment;

import org.jspecify.annotations.NullMarked;
