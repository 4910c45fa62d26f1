/** How aggregates are cached, snapshotted and retried. */
@NullMarked
package dev.flashsale.command.aggregate;

import org.jspecify.annotations.NullMarked;
