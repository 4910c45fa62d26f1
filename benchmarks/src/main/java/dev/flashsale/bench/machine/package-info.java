/** Who used the processors meanwhile. */
@NullMarked
package dev.flashsale.bench.machine;

import org.jspecify.annotations.NullMarked;
