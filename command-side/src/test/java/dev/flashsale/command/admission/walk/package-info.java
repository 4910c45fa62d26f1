/** The way through the gate, as a client goes it. */
@NullMarked
package dev.flashsale.command.admission.walk;

import org.jspecify.annotations.NullMarked;
