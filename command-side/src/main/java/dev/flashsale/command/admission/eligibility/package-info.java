/** Whom a sale is for: account age, level, allow-list, and what somebody bought elsewhere. */
@NullMarked
package dev.flashsale.command.admission.eligibility;

import org.jspecify.annotations.NullMarked;
