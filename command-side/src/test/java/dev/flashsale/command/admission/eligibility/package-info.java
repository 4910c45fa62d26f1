/** Tests of whom a sale is for. */
@NullMarked
package dev.flashsale.command.admission.eligibility;

import org.jspecify.annotations.NullMarked;
