/** What the gate writes on a note that a shopper carries: signed, so that no node has to remember it. */
@NullMarked
package dev.flashsale.command.admission.note;

import org.jspecify.annotations.NullMarked;
