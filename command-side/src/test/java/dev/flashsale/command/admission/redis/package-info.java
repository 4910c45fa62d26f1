/** A Redis for tests of the gate. */
@NullMarked
package dev.flashsale.command.admission.redis;

import org.jspecify.annotations.NullMarked;
