/** The gate's memory that all nodes share. */
@NullMarked
package dev.flashsale.command.admission.redis;

import org.jspecify.annotations.NullMarked;
