/** A small application on {@link dev.flashsale.platform.WebPlatform}, asked over real HTTP; outside the scanned packages. */
@NullMarked
package dev.flashsale.probe;

import org.jspecify.annotations.NullMarked;
