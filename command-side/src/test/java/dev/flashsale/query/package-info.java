/** Stands for another module. */
@NullMarked
package dev.flashsale.query;

import org.jspecify.annotations.NullMarked;
