/** A real PostgreSQL, a real Redis, and events to feed them with. */
@NullMarked
package dev.flashsale.query.testing;

import org.jspecify.annotations.NullMarked;
