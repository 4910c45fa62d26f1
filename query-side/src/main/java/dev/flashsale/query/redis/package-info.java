/** How projections are written to Redis and read from it. */
@NullMarked
package dev.flashsale.query.redis;

import org.jspecify.annotations.NullMarked;
