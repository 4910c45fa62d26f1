/** The analyst: what happened in a sale, and whether it was right. */
@NullMarked
package dev.flashsale.analysis;

import org.jspecify.annotations.NullMarked;
