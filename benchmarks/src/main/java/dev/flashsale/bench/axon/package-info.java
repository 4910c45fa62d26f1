/** Baseline: idiomatic Axon, one command per purchase. */
@NullMarked
package dev.flashsale.bench.axon;

import org.jspecify.annotations.NullMarked;
