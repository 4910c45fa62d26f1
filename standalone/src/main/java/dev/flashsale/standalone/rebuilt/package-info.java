/** Rebuilds projections and aggregates beside the stored ones, and compares both. */
@NullMarked
package dev.flashsale.standalone.rebuilt;

import org.jspecify.annotations.NullMarked;
