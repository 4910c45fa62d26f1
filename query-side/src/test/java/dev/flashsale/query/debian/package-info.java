/** Programs of Debian that tests run. */
@NullMarked
package dev.flashsale.query.debian;

import org.jspecify.annotations.NullMarked;
