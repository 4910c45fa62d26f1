/** The running auditor: reads the event store as it grows, and says whether every rule held. */
@NullMarked
package dev.flashsale.auditor;

import org.jspecify.annotations.NullMarked;
