/** The verb that tells one purchase from its first command to what the read side shows of it. */
@NullMarked
package dev.flashsale.analysis.trace;

import org.jspecify.annotations.NullMarked;
