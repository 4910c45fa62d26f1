/** The verb that says how a sale stood at an instant, and what changed until another. */
@NullMarked
package dev.flashsale.analysis.asof;

import org.jspecify.annotations.NullMarked;
