/** Notices that Redis lost its content, and rebuilds it from the event store. */
@NullMarked
package dev.flashsale.query.recovery;

import org.jspecify.annotations.NullMarked;
