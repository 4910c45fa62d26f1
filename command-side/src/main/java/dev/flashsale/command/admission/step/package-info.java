/** The steps on the way to a ticket, as far as they have the same door. */
@NullMarked
package dev.flashsale.command.admission.step;

import org.jspecify.annotations.NullMarked;
