/** Durable deadlines: written with the batch of events that sets them, handed over in batches when they are due. */
@NullMarked
package dev.flashsale.process.deadline;

import org.jspecify.annotations.NullMarked;
