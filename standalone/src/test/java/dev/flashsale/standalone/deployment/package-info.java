/** Checks of the files that describe the distributed shape. */
@NullMarked
package dev.flashsale.standalone.deployment;

import org.jspecify.annotations.NullMarked;
