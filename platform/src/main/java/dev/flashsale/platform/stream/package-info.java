/** How event processors wait for events: woken by what was stored, paced so that small batches do not eat the CPU. */
@NullMarked
package dev.flashsale.platform.stream;

import org.jspecify.annotations.NullMarked;
