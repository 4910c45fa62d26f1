/** Tests of how Axon is wired. */
@NullMarked
package dev.flashsale.platform.axon;

import org.jspecify.annotations.NullMarked;
