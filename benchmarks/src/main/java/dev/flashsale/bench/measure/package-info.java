/** One class per figure. */
@NullMarked
package dev.flashsale.bench.measure;

import org.jspecify.annotations.NullMarked;
