/** Where requests come from. */
@NullMarked
package dev.flashsale.platform.address;

import org.jspecify.annotations.NullMarked;
