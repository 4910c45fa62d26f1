/** How a shopper came here, step by step, and whether a person can have come so. */
@NullMarked
package dev.flashsale.command.admission.journey;

import org.jspecify.annotations.NullMarked;
