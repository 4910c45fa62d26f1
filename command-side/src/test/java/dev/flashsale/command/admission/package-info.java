/** Tests of the gate. */
@NullMarked
package dev.flashsale.command.admission;

import org.jspecify.annotations.NullMarked;
