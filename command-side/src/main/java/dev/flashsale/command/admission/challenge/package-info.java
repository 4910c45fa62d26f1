/** What has to be solved before a ticket is given. */
@NullMarked
package dev.flashsale.command.admission.challenge;

import org.jspecify.annotations.NullMarked;
