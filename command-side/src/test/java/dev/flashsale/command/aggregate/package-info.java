/** Tests of caching, snapshots and conflicts. */
@NullMarked
package dev.flashsale.command.aggregate;

import org.jspecify.annotations.NullMarked;
