/** How often somebody may ask: token buckets that all nodes share. */
@NullMarked
package dev.flashsale.command.admission.limit;

import org.jspecify.annotations.NullMarked;
