/** Measures the product beside raw limits and beside baselines of its own, in one run. */
@NullMarked
package dev.flashsale.bench;

import org.jspecify.annotations.NullMarked;
