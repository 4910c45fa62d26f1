/** Runs the real code before the first shopper comes, against a sale that is kept apart from all others. */
@NullMarked
package dev.flashsale.platform.warmup;

import org.jspecify.annotations.NullMarked;
