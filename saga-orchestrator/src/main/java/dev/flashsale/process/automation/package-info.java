/** Reactions to single events that need no memory. */
@NullMarked
package dev.flashsale.process.automation;

import org.jspecify.annotations.NullMarked;
