/** How aggregates are cached and retried. */
@NullMarked
package dev.flashsale.command.aggregate;

import org.jspecify.annotations.NullMarked;
