/** Tests of the limits. */
@NullMarked
package dev.flashsale.command.admission.limit;

import org.jspecify.annotations.NullMarked;
