/** Tests of what the gate writes on notes. */
@NullMarked
package dev.flashsale.command.admission.note;

import org.jspecify.annotations.NullMarked;
