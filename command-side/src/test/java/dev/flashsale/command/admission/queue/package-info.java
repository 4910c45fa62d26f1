/** Tests of the queue-length gate's answers. */
@NullMarked
package dev.flashsale.command.admission.queue;

import org.jspecify.annotations.NullMarked;
