/** The intake: purchase requests gather while a commit is in flight, and are decided together. */
@NullMarked
package dev.flashsale.command.purchase;

import org.jspecify.annotations.NullMarked;
