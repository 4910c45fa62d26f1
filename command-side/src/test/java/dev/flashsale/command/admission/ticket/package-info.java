/** Tests of tickets, and attacks on them. */
@NullMarked
package dev.flashsale.command.admission.ticket;

import org.jspecify.annotations.NullMarked;
