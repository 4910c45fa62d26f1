/** Approved samples of everything stored, and the catalogue that explains it. */
@NullMarked
package dev.flashsale.kernel.samples;

import org.jspecify.annotations.NullMarked;
