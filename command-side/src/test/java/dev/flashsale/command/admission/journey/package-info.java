/** Tests of how a shopper came here. */
@NullMarked
package dev.flashsale.command.admission.journey;

import org.jspecify.annotations.NullMarked;
