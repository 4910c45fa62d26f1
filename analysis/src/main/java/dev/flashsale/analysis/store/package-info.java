/** Reads the event store, and nothing but reads. */
@NullMarked
package dev.flashsale.analysis.store;

import org.jspecify.annotations.NullMarked;
