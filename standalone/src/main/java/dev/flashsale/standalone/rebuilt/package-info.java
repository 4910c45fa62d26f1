/** Rebuilds the projections beside the live ones, and compares both. */
@NullMarked
package dev.flashsale.standalone.rebuilt;

import org.jspecify.annotations.NullMarked;
