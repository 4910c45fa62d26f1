/** A real database for the tests of the processes. */
@NullMarked
package dev.flashsale.process.testing;

import org.jspecify.annotations.NullMarked;
