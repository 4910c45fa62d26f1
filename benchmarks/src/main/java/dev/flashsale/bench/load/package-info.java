/** An HTTP load generator that costs little: one thread, many connections, closed or open model. */
@NullMarked
package dev.flashsale.bench.load;

import org.jspecify.annotations.NullMarked;
