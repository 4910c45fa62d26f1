/** The product as a target, and what only a benchmark may ask of it. */
@NullMarked
package dev.flashsale.bench.ours;

import org.jspecify.annotations.NullMarked;
