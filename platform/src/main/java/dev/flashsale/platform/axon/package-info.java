/** The event store, its serialisation and the processors' rules. */
@NullMarked
package dev.flashsale.platform.axon;

import org.jspecify.annotations.NullMarked;
