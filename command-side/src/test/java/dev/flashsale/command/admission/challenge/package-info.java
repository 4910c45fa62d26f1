/** Tests of challenges, and attacks on them. */
@NullMarked
package dev.flashsale.command.admission.challenge;

import org.jspecify.annotations.NullMarked;
