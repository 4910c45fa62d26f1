/** Attacks on the gate of a running service. */
@NullMarked
package dev.flashsale.command.admission.attack;

import org.jspecify.annotations.NullMarked;
