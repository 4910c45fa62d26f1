/** Writes the event catalogue out of the code, and finds it stale when the code went on without it. */
@NullMarked
package dev.flashsale.standalone.catalogue;

import org.jspecify.annotations.NullMarked;
