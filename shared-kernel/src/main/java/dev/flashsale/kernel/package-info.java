/** The published language: the only thing that the modules share. */
@NullMarked
package dev.flashsale.kernel;

import org.jspecify.annotations.NullMarked;
