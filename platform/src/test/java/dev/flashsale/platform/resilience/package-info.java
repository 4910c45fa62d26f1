/** Tests of the guards. */
@NullMarked
package dev.flashsale.platform.resilience;

import org.jspecify.annotations.NullMarked;
