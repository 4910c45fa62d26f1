/** What the command side runs and reads before its first shopper comes. */
@NullMarked
package dev.flashsale.command.warmup;

import org.jspecify.annotations.NullMarked;
