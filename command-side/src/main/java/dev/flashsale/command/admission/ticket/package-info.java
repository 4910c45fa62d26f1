/** The right to try: what a shopper shows before buying, and how it is earned. */
@NullMarked
package dev.flashsale.command.admission.ticket;

import org.jspecify.annotations.NullMarked;
