/** The server's clock. */
@NullMarked
package dev.flashsale.query.time;

import org.jspecify.annotations.NullMarked;
