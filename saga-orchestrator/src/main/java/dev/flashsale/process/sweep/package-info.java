/** Finds reservations whose process a crash orphaned. */
@NullMarked
package dev.flashsale.process.sweep;

import org.jspecify.annotations.NullMarked;
