/** How events stored in an older form are read today: the only place that knows. */
@NullMarked
package dev.flashsale.kernel.upcast;

import org.jspecify.annotations.NullMarked;
