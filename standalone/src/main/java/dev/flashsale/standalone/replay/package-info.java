/** Asks a running system to rebuild a projection, and shows how it gets on. */
@NullMarked
package dev.flashsale.standalone.replay;

import org.jspecify.annotations.NullMarked;
