/** Who may not buy for a while: commands, answers and events. */
@NullMarked
package dev.flashsale.kernel.block;

import org.jspecify.annotations.NullMarked;
