/** How the processes send their commands: gathered, in a fixed order, never forgotten. */
@NullMarked
package dev.flashsale.process.step;

import org.jspecify.annotations.NullMarked;
