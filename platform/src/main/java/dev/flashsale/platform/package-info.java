/** Spring wiring shared by the services. */
@NullMarked
package dev.flashsale.platform;

import org.jspecify.annotations.NullMarked;
