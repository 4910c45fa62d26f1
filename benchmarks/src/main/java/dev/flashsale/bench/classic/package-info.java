/** Baseline: the classic design, Redis decides, a queue carries, SQL follows. */
@NullMarked
package dev.flashsale.bench.classic;

import org.jspecify.annotations.NullMarked;
