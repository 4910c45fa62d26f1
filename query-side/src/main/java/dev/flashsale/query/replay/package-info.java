/** Rebuilds the read model of a running system beside the one in use, compares the two, and lets them change places. */
@NullMarked
package dev.flashsale.query.replay;

import org.jspecify.annotations.NullMarked;
