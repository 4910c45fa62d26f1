/** Whether waiting can help: who would come after the last unit is told so instead. */
@NullMarked
package dev.flashsale.command.admission.queue;

import org.jspecify.annotations.NullMarked;
